using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>CONCURRENTLY fails inside a transaction.</summary>
internal sealed class BanConcurrentIndexCreationInTransaction() : LintRule("ban-concurrent-index-creation-in-transaction", LintSeverity.Error)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at)
    {
        var isConcurrent = statement switch
        {
            CreateIndex index => index.Concurrently,
            DropObjects drop => drop.Concurrently,
            Reindex reindex => reindex.Concurrently,
            AlterTable table => table.Actions.OfType<DetachPartition>().Any(detach => detach.Concurrently),
            _ => false,
        };
        if (isConcurrent && (at.InTransaction || statement.InBlock))
        {
            var word = statement.Tokens.FirstOrDefault(token => token.Is("concurrently") || token.Is("finalize"));
            yield return new Problem(Span.Of(word), "CONCURRENTLY fails inside a transaction (25001).");
        }
    }
}
