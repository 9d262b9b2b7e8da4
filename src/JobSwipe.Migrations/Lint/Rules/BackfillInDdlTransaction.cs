using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>Rows that are changed after DDL, in its transaction, keep its lock for as long as that takes.</summary>
internal sealed class BackfillInDdlTransaction() : LintRule("backfill-in-ddl-transaction", LintSeverity.Error)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at)
    {
        if (statement is not DataChange { IsInsertOfValues: false } change || at.IsQuiet(change.Table)) yield break;
        if (at.HeldLock is { } locked)
            yield return new Problem(change.Span, $"{locked} stays locked since before, in this transaction, until these rows are changed.");
        else if (change is { Kind: "update" or "delete", IsFiltered: false })
            yield return new Problem(change.Span, $"Every row of {change.Table} is {change.Kind}d at once: all stay locked to the end, and vacuum cannot work.");
    }
}
