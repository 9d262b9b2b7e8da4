using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>A CHECK is held against every row while nobody can use the table. A foreign key has a rule of its own; others cannot be NOT VALID.</summary>
internal sealed class ConstraintMissingNotValid() : LintRule("constraint-missing-not-valid", LintSeverity.Error)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at)
    {
        if (statement is not AlterTable table || at.IsQuiet(table.Table)) yield break;
        foreach (var span in table.Actions.SelectMany(Checks))
            yield return new Problem(span, $"Every row of {table.Table} is checked while nobody can read or write it.");
    }

    private static IEnumerable<Span> Checks(TableAction action) => action switch
    {
        AddConstraint { Constraint: { Kind: ConstraintKind.Check or ConstraintKind.NotNull, NotValid: false } } => [action.Span],
        // Also when all old rows have the same value in the new column.
        AddColumn add => add.Column.Constraints.Where(constraint => constraint.Kind == ConstraintKind.Check).Select(constraint => constraint.Span),
        _ => [],
    };
}
