using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>A constraint that is validated in the transaction that locked a table keeps it locked while every row is read.</summary>
internal sealed class ValidatingUnderLock() : LintRule("validating-under-lock", LintSeverity.Error)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at)
    {
        if (statement is not AlterTable table || at.IsQuiet(table.Table) || !table.Actions.OfType<ValidateConstraint>().Any()) yield break;
        var validate = table.Actions.OfType<ValidateConstraint>().First();
        var locked = at.HeldLock ?? (table.Actions.Count > 1 && at.LocksInUse(table) is { } own ? own : null);
        if (locked is { } name) yield return new Problem(validate.Span, $"{name} stays locked since before, in this transaction, while every row of {table.Table} is read.");
    }
}
