using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>A plain DROP INDEX stops reads and writes of its table while it waits and works.</summary>
internal sealed class RequireConcurrentIndexDeletion() : LintRule("require-concurrent-index-deletion", LintSeverity.Error)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at)
    {
        if (statement is not DropObjects { Kind: "index", Concurrently: false } drop) yield break;
        foreach (var index in drop.Names.Where(index => !at.Known.IsIndexOfNewTable(index.Name) && !at.IsSmall(at.Catalog?.TableOfIndex(index.Schema, index.Name))))
            yield return new Problem(index.Span, $"Dropping {index} stops reads and writes of its table.");
    }
}
