using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>An exclusion constraint builds its index while nobody can use the table, and there is no other way to add it.</summary>
internal sealed class ExclusionConstraint() : LintRule("exclusion-constraint", LintSeverity.Error)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at) =>
        statement is AlterTable table && !at.IsQuiet(table.Table)
            ? table.Actions.OfType<AddConstraint>()
                .Where(action => action.Constraint.Kind == ConstraintKind.Exclude)
                .Select(action => new Problem(action.Span, $"The index of the constraint is built while nobody can read or write {table.Table}."))
            : [];
}
