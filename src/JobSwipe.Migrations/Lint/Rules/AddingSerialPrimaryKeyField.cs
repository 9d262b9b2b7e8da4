using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>A primary key builds its index, and reads for nulls, while nobody can use the table.</summary>
internal sealed class AddingSerialPrimaryKeyField() : LintRule("adding-serial-primary-key-field", LintSeverity.Error)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at)
    {
        if (statement is not AlterTable table || at.IsQuiet(table.Table)) yield break;
        foreach (var key in table.Actions.SelectMany(Keys))
            yield return new Problem(key.Span, $"The index of the primary key is built while nobody can read or write {table.Table}.");
    }

    private static IEnumerable<Constraint> Keys(TableAction action) => action switch
    {
        AddConstraint { Constraint: { Kind: ConstraintKind.PrimaryKey, UsingIndex: false } key } => [key],
        AddColumn add when add.Column.Find(ConstraintKind.PrimaryKey) is { } key => [key],
        _ => [],
    };
}
