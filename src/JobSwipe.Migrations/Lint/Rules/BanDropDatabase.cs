using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>No migration drops a database.</summary>
internal sealed class BanDropDatabase() : LintRule("ban-drop-database", LintSeverity.Error)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at) =>
        statement is DropObjects { Kind: "database" } drop ? [new Problem(drop.Span, $"Everything in {string.Join(", ", drop.Names)} would be gone.")] : [];
}
