using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>A column that is assigned twice is an error when the statement runs.</summary>
internal sealed class BanDuplicateColumnAssignments() : LintRule("ban-duplicate-column-assignments", LintSeverity.Error)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at) =>
        statement is DataChange change
            ? change.Assignments.SelectMany(list => list.GroupBy(item => item.Column).SelectMany(same => same.Skip(1)))
                .Select(item => new Problem(item.Span, $"{item.Column} is assigned twice (42701)."))
            : [];
}
