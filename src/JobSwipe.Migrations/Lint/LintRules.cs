using JobSwipe.Migrations.Lint.Rules;

namespace JobSwipe.Migrations.Lint;

/// <summary>Every rule.</summary>
public static class LintRules
{
    /// <summary>The rules: those of squawk under its names, and those that only strong_migrations has.</summary>
    public static IReadOnlyList<LintRule> All { get; } =
    [
        // Locks and rewrites.
        new RequireConcurrentIndexCreation(),
        new RequireConcurrentIndexDeletion(),
        new RequireConcurrentReindex(),
        new RequireConcurrentPartitionDetach(),
        new ConstraintMissingNotValid(),
        new AddingFieldWithDefault(),
        new AddingForeignKeyConstraint(),
        new ChangingColumnType(),
        new AddingNotNullableField(),
        new AddingSerialPrimaryKeyField(),
        new DisallowedUniqueConstraint(),
        new ExclusionConstraint(),
        new PreferRepack(),
        new ValidatingUnderLock(),
        new BackfillInDdlTransaction(),
        // Clients.
        new RenamingColumn(),
        new RenamingTable(),
        new AddingRequiredField(),
        new BanDropColumn(),
        new BanDropTable(),
        new BanDropDatabase(),
        new BanDropNotNull(),
        new BanTruncateCascade(),
        new ChangingColumnDefault(),
        // Transactions.
        new TransactionNesting(),
        new BanConcurrentIndexCreationInTransaction(),
        new BanUncommittedTransaction(),
        new PreferRobustStmts(),
        new RequireLockTimeout(),
        new RequireStatementTimeout(),
        // Types and style.
        new PreferBigintOverInt(),
        new PreferBigintOverSmallint(),
        new PreferIdentity(),
        new PreferTextField(),
        new PreferTimestampTz(),
        new BanCharField(),
        new JsonColumn(),
        new BanCreateDomainWithConstraint(),
        new BanAlterDomainWithAddConstraint(),
        new RequireEnumValueOrdering(),
        new RequireTableSchema(),
        new IdentifierTooLong(),
        new IndexOverThreeColumns(),
        new BanDuplicateColumnAssignments(),
        // The linter's own.
        new UnusedIgnore(),
        new SyntaxError(),
    ];

    /// <summary>The rule of a name; null when there is none.</summary>
    public static LintRule? Find(string name) => All.FirstOrDefault(rule => rule.Name == name);
}
