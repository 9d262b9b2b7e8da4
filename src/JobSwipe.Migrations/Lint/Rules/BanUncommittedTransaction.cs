using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>A transaction that is never committed is rolled back when the connection ends.</summary>
internal sealed class BanUncommittedTransaction() : LintRule("ban-uncommitted-transaction", LintSeverity.Error)
{
    internal override IEnumerable<Problem> CheckEnd(Situation at)
    {
        if (at.OpenedAt is { } begin && !at.InRunnersTransaction) yield return new Problem(begin, "This transaction is never committed: all of it is lost.");
    }
}
