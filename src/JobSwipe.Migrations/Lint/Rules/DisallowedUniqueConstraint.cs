using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>A UNIQUE constraint builds its index while nobody can use the table.</summary>
internal sealed class DisallowedUniqueConstraint() : LintRule("disallowed-unique-constraint", LintSeverity.Error)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at)
    {
        if (statement is not AlterTable table || at.IsQuiet(table.Table)) yield break;
        foreach (var unique in table.Actions.SelectMany(Uniques))
            yield return new Problem(unique.Span, $"The index of the constraint is built while nobody can read or write {table.Table}.");
    }

    private static IEnumerable<Constraint> Uniques(TableAction action) => action switch
    {
        AddConstraint { Constraint: { Kind: ConstraintKind.Unique, UsingIndex: false } unique } => [unique],
        AddColumn add when add.Column.Find(ConstraintKind.Unique) is { } unique => [unique],
        _ => [],
    };
}
