using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>A statement that waits for a lock makes everybody wait behind it.</summary>
internal sealed class RequireLockTimeout() : LintRule("require-lock-timeout", LintSeverity.Warning)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at)
    {
        if (!at.HasLockTimeout && at.LocksInUse(statement) is { } table && at.FirstTime(Name))
            yield return new Problem(statement.Span, $"While this waits for its lock on {Named(table)}, everything else waits behind it, and no lock_timeout ends that.");
    }

    private static string Named(SqlName table) => table.Name.Length == 0 ? "a table" : table.ToString();
}
