using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>A statement that runs for long makes everybody wait who needs what it locked.</summary>
internal sealed class RequireStatementTimeout() : LintRule("require-statement-timeout", LintSeverity.Warning)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at)
    {
        if (!at.HasStatementTimeout && at.LocksInUse(statement) is { } table && at.FirstTime(Name))
            yield return new Problem(statement.Span, $"This holds its lock on {Named(table)} for as long as it runs, and no statement_timeout ends that.");
    }

    private static string Named(SqlName table) => table.Name.Length == 0 ? "a table" : table.ToString();
}
