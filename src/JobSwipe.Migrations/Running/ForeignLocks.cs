using JobSwipe.Migrations.Sql;

namespace JobSwipe.Migrations.Running;

/// <summary>Tells by its text whether a statement may keep others from a table that was there before it.</summary>
internal static class ForeignLocks
{
    // With these a new table has to do with others, or a query runs.
    private static readonly HashSet<string> Others = new(["references", "inherits", "of", "partition", "like", "as", "select", "with"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> NoFunctions = new(["values", "in", "and", "or", "not", "where", "set"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether it may. In doubt it may; what a trigger does is not looked into.</summary>
    public static bool MayTake(SqlStatement statement)
    {
        if (statement.StartsWith("create", "table")) return statement.Tokens.Any(token => token.Kind == SqlTokenKind.Word && Others.Contains(token.Text));
        // The table's name may have a list of columns after it.
        if (statement.StartsWith("insert", "into")) return CallsFunction(statement, from: statement.Tokens is [_, _, _, { } dot, ..] && dot.Is('.') ? 5 : 3);
        if (statement.StartsWith("update") || statement.StartsWith("delete")) return CallsFunction(statement, from: 1);
        return true;
    }

    private static bool CallsFunction(SqlStatement statement, int from)
    {
        for (var at = from; at + 1 < statement.Tokens.Count; at++)
        {
            if (statement.Tokens[at + 1].Is('(') && statement.Tokens[at].Identifier is { } name && !NoFunctions.Contains(name)) return true;
        }
        return false;
    }
}
