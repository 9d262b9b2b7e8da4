using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>A second BEGIN does nothing, and a COMMIT ends a transaction that somebody else counts on.</summary>
internal sealed class TransactionNesting() : LintRule("transaction-nesting", LintSeverity.Error)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at)
    {
        if (statement is not TransactionControl { InBlock: false } control) yield break;
        if (at.InRunnersTransaction)
            yield return new Problem(control.Span, "The runner begins and ends the transaction, with the journal's row in it.");
        else if (control.Step == TransactionStep.Begin && at.OpenedAt is not null)
            yield return new Problem(control.Span, "A transaction is open already; this begins nothing, and the first COMMIT ends all of it.");
        else if (control.Step != TransactionStep.Begin && at.OpenedAt is null)
            yield return new Problem(control.Span, "No transaction is open here.");
    }
}
