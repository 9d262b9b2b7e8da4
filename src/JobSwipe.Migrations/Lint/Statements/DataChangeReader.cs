using JobSwipe.Migrations.Sql;

namespace JobSwipe.Migrations.Lint.Statements;

/// <summary>Reads INSERT, UPDATE, DELETE and MERGE.</summary>
internal static class DataChangeReader
{
    public static DataChange? Read(TokenCursor cursor)
    {
        // WITH … is passed: what it defines stands in parentheses.
        cursor.Until(at => at.Current.Identifier is "insert" or "update" or "delete" or "merge" or "select");
        var kind = cursor.Identifier();
        if (kind is null or "select") return null;
        if (!cursor.Accept("into")) cursor.Accept("from");
        cursor.Accept("only");
        if (cursor.Name() is not { } table) return null;
        var rest = cursor.Rest;
        var lists = new List<IReadOnlyList<(string, Span)>>();
        var isFiltered = false;
        var justNamed = kind == "insert";
        while (!cursor.AtEnd)
        {
            if (cursor.Accept("where")) isFiltered = true;
            // MERGE acts on the rows that its condition joins.
            else if (kind == "merge" && cursor.Accept("on")) isFiltered = true;
            else if (cursor.Accept("set")) lists.Add(Assigned(cursor.Until(at => at.Current.Identifier is "where" or "from" or "returning" or "when")));
            else if (kind == "merge" && cursor.Accept("insert")) justNamed = true;
            else if (justNamed && cursor.Current.Is('('))
            {
                lists.Add(Listed(cursor.Parenthesized() ?? ArraySegment<SqlToken>.Empty));
                justNamed = false;
            }
            else
            {
                if (cursor.Current.Identifier is "values" or "select" or "default" or "overriding") justNamed = false;
                cursor.SkipOne();
            }
        }
        return new DataChange(kind, table, isFiltered, lists);
    }

    private static List<(string, Span)> Assigned(ArraySegment<SqlToken> list)
    {
        var columns = new List<(string, Span)>();
        foreach (var part in TokenCursor.Parts(list))
        {
            var cursor = new TokenCursor(part);
            if (cursor.Parenthesized() is { } several) columns.AddRange(Listed(several));
            // Elements and fields of the same column may be assigned one by one.
            else if (part.Count > 1 && part[1].Is('=') && part[0].Identifier is { } name) columns.Add((name, Span.Of(part[0])));
        }
        return columns;
    }

    private static List<(string, Span)> Listed(ArraySegment<SqlToken> list) =>
        [.. TokenCursor.Parts(list).Where(part => part.Count == 1 && part[0].Identifier is not null).Select(part => (part[0].Identifier!, Span.Of(part[0])))];
}
