using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>A foreign key that is checked at once stops writes to both tables.</summary>
internal sealed class AddingForeignKeyConstraint() : LintRule("adding-foreign-key-constraint", LintSeverity.Error)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at)
    {
        if (statement is not AlterTable table || at.IsQuiet(table.Table)) yield break;
        foreach (var key in table.Actions.SelectMany(Keys))
            yield return new Problem(key.Span, $"Nobody can write to {table.Table} or {key.References} while every row is looked up.");
    }

    private static IEnumerable<Constraint> Keys(TableAction action) => action switch
    {
        AddConstraint { Constraint: { Kind: ConstraintKind.ForeignKey, NotValid: false } key } => [key],
        AddColumn add => add.Column.Constraints.Where(constraint => constraint.Kind == ConstraintKind.ForeignKey),
        _ => [],
    };
}
