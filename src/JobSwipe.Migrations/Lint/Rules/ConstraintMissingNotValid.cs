using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>A CHECK is held against every row while nobody can use the table. A foreign key has a rule of its own; others cannot be NOT VALID.</summary>
internal sealed class ConstraintMissingNotValid() : LintRule("constraint-missing-not-valid", LintSeverity.Error)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at) =>
        statement is AlterTable table && !at.IsQuiet(table.Table)
            ? table.Actions.OfType<AddConstraint>().Where(action => action.Constraint is { Kind: ConstraintKind.Check or ConstraintKind.NotNull, NotValid: false }).Select(action => new Problem(action.Span, $"Every row of {table.Table} is checked while nobody can read or write it."))
            : [];
}
