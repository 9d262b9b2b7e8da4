using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>A plain CREATE INDEX stops writes until it is built.</summary>
internal sealed class RequireConcurrentIndexCreation() : LintRule("require-concurrent-index-creation", LintSeverity.Error)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at)
    {
        // On a partitioned table alone there is nothing to read.
        if (statement is CreateIndex { Concurrently: false, Only: false } index && !at.IsQuiet(index.Table))
            yield return new Problem(index.Span, $"Nobody can write to {index.Table} while this index is built.");
    }
}
