using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>VACUUM FULL and CLUSTER write a table anew while nobody can use it.</summary>
internal sealed class PreferRepack() : LintRule("prefer-repack", LintSeverity.Error)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at)
    {
        if (statement is RewriteTable rewrite && !(rewrite.Table is { } table && at.IsQuiet(table)))
            yield return new Problem(rewrite.Span, $"{rewrite.Command} writes {(rewrite.Table is { } name ? name.ToString() : "every table")} anew while nobody can read or write it.");
    }
}
