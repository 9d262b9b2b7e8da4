using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint;

/// <summary>Which locks a statement takes on tables, of those that stop reads or writes (PostgreSQL documentation, 13.3 and the pages of the commands).</summary>
internal static class Locks
{
    /// <summary>The tables that a statement locks so that at least writes wait; a null name is a table that the statement does not name.</summary>
    public static IEnumerable<SqlName?> Of(Statement statement) => statement switch
    {
        AlterTable table when table.Actions.Any(Blocks) => Referenced(table).Prepend(table.Table),
        CreateTable table => ReferencedBy(table).Select(name => (SqlName?)name),
        CreateIndex { Concurrently: false } index => [index.Table],
        DropObjects { Kind: "table" or "view" or "materialized view" or "foreign table" } drop => drop.Names.Select(name => (SqlName?)name),
        DropObjects { Kind: "index", Concurrently: false } => [null],
        DropObjects { Kind: "trigger" or "policy" or "rule" } drop => [On(drop)],
        Truncate truncate => truncate.Tables.Select(name => (SqlName?)name),
        Reindex { Concurrently: false } reindex => [reindex.Kind == "table" ? reindex.Name : null],
        RewriteTable rewrite => rewrite.Tables.Count == 0 ? [null] : rewrite.Tables.Select(name => (SqlName?)name),
        // Every table with a column of the domain.
        AlterDomainAdd => [null],
        OtherStatement when statement.StartsWith("lock") => Locked(statement),
        OtherStatement when IsTrigger(statement) => [On(statement)],
        OtherStatement when statement.StartsWith("refresh", "materialized", "view") && !statement.Tokens.Any(token => token.Is("concurrently")) => [null],
        _ => [],
    };

    private static bool Blocks(TableAction action) => action switch
    {
        ValidateConstraint or DetachPartition { Concurrently: true } => false,
        OtherAction other => !((other.Tokens.Count > 1 && other.StartsWith("set") && other.Tokens[1].Is('(')) || other.StartsWith("cluster") || other.StartsWith("attach") || IsStatistics(other)),
        _ => true,
    };

    private static bool IsStatistics(OtherAction action) =>
        action.StartsWith("alter") && action.Tokens.Any(token => token.Is("statistics") || token.Is("options"));

    private static IEnumerable<SqlName?> Referenced(AlterTable table) => table.Actions.SelectMany(action => action switch
    {
        AddConstraint add => [add.Constraint.References],
        AddColumn add => add.Column.Constraints.Select(constraint => constraint.References),
        _ => Array.Empty<SqlName?>(),
    }).Where(name => name is not null);

    private static IEnumerable<SqlName> ReferencedBy(CreateTable table) =>
        table.Constraints.Concat(table.Columns.SelectMany(column => column.Constraints)).Select(constraint => constraint.References).OfType<SqlName>();

    private static bool IsTrigger(Statement statement)
    {
        var words = statement.Tokens.Skip(1).SkipWhile(token => token.Is("or") || token.Is("replace") || token.Is("constraint"));
        return statement.StartsWith("create") && words.FirstOrDefault() is { Text: not null } word && (word.Is("trigger") || word.Is("policy") || word.Is("rule"));
    }

    private static SqlName? On(Statement statement)
    {
        var cursor = new TokenCursor(statement.Tokens);
        cursor.Until(at => at.Sees("on"));
        return cursor.Accept("on") ? cursor.Name() : null;
    }

    private static IEnumerable<SqlName?> Locked(Statement statement)
    {
        var cursor = new TokenCursor(statement.Tokens);
        cursor.Accept("lock");
        cursor.Accept("table");
        cursor.Accept("only");
        var table = cursor.Name();
        // The weaker modes let reads and writes pass.
        return cursor.Accept("in") && (cursor.Sees("access", "share") || cursor.Sees("row") || cursor.Sees("share", "update")) ? [] : [table];
    }
}
