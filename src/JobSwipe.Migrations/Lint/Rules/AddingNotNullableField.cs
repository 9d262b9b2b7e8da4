using JobSwipe.Migrations.Lint.Catalog;
using JobSwipe.Migrations.Lint.Statements;
using JobSwipe.Migrations.Sql;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>SET NOT NULL reads every row while nobody can use the table, unless a validated CHECK says that none is null.</summary>
internal sealed class AddingNotNullableField() : LintRule("adding-not-nullable-field", LintSeverity.Error)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at) =>
        statement is AlterTable table && !at.IsQuiet(table.Table)
            ? table.Actions.OfType<SetNotNull>().Where(action => !IsProven(at, table.Table, action.Column)).Select(action => new Problem(action.Span, $"Every row of {table.Table} is read to see that {action.Column} is never null, while nobody can read or write it."))
            : [];

    private static bool IsProven(Situation at, SqlName table, string column) =>
        at.Known.IsProvenNotNull(table, column) || (at.Facts(table)?.Constraints.Any(constraint => constraint.IsValid && NotNullColumn(constraint) == column) ?? false);

    private static string? NotNullColumn(ConstraintFacts constraint) =>
        constraint.Definition.StartsWith("CHECK ", StringComparison.Ordinal) ? Constraint.NotNullIn(SqlTokenizer.Read(constraint.Definition[6..]).ToArray()) : null;
}
