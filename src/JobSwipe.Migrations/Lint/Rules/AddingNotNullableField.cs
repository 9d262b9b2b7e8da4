using JobSwipe.Migrations.Lint.Catalog;
using JobSwipe.Migrations.Lint.Statements;
using JobSwipe.Migrations.Sql;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>SET NOT NULL reads every row while nobody can use the table, unless a validated CHECK says that none is null.</summary>
internal sealed class AddingNotNullableField() : LintRule("adding-not-nullable-field", LintSeverity.Error)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at) =>
        statement is AlterTable table && !at.IsQuiet(table.Table)
            ? table.Actions.OfType<SetNotNull>()
                .Where(action => !IsProven(at, table.Table, action.Column))
                .Select(action => new Problem(action.Span, $"Every row of {table.Table} is read to see that {action.Column} is never null, while nobody can read or write it."))
            : [];

    private static bool IsProven(Situation at, SqlName table, string column) =>
        at.Known.IsProvenNotNull(table, column) || at.Facts(table) is { } facts && facts.Constraints
            .Any(constraint => NotNullColumn(constraint) == column && (constraint.IsValid || at.Known.IsValidated(table, constraint.Name)));

    private static string? NotNullColumn(ConstraintFacts constraint) =>
        Constraint.Read(new TokenCursor(SqlTokenizer.Read(constraint.Definition).ToArray()))?.NotNullColumn;
}
