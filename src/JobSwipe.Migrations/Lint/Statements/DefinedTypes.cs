namespace JobSwipe.Migrations.Lint.Statements;

/// <summary>The types that a statement gives to columns.</summary>
internal static class DefinedTypes
{
    public static IEnumerable<SqlType> In(Statement statement) => statement switch
    {
        // A temporary table is gone before its types can hurt.
        CreateTable { IsTemporary: false } table => table.Columns.Select(column => column.Type),
        AlterTable table => table.Actions.Select(action => action switch
        {
            AddColumn add => add.Column.Type,
            ChangeType change => change.Type,
            _ => null,
        }).OfType<SqlType>(),
        _ => [],
    };
}
