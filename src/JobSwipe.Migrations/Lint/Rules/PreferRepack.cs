using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>VACUUM FULL and CLUSTER write a table anew while nobody can use it.</summary>
internal sealed class PreferRepack() : LintRule("prefer-repack", LintSeverity.Error)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at)
    {
        if (statement is not RewriteTable rewrite || (rewrite.Tables.Count > 0 && rewrite.Tables.All(at.IsQuiet))) yield break;
        var tables = rewrite.Tables.Count == 0 ? "every table" : string.Join(", ", rewrite.Tables);
        yield return new Problem(rewrite.Span, $"{rewrite.Command} writes {tables} anew while nobody can read or write it.");
    }
}
