using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>An index of many columns costs every write and is seldom used beyond its first ones.</summary>
internal sealed class IndexOverThreeColumns() : LintRule("index-over-three-columns", LintSeverity.Warning)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at)
    {
        if (statement is CreateIndex { Unique: false, Columns.Count: > 3 } index)
            yield return new Problem(index.Span, $"{index.Columns.Count} columns make an index that costs each write and is seldom used beyond the first three.");
    }
}
