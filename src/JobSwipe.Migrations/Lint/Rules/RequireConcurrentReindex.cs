using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>A plain REINDEX stops writes until every index is built again.</summary>
internal sealed class RequireConcurrentReindex() : LintRule("require-concurrent-reindex", LintSeverity.Error)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at)
    {
        if (statement is not Reindex { Concurrently: false } reindex) yield break;
        var isQuiet = reindex.Name is { } name && (reindex.Kind == "table" ? at.IsQuiet(name) : reindex.Kind == "index" && at.IsSmall(at.Catalog?.TableOfIndex(name.Schema, name.Name)));
        if (!isQuiet) yield return new Problem(reindex.Span, $"REINDEX {reindex.Kind.ToUpperInvariant()} {reindex.Name} stops writes until it is done.");
    }
}
