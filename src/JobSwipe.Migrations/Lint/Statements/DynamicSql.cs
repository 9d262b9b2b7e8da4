using JobSwipe.Migrations.Sql;

namespace JobSwipe.Migrations.Lint.Statements;

/// <summary>SQL inside strings, kept as long as the strings themselves, so that places in it are places in the script.</summary>
internal static class DynamicSql
{
    /// <summary>The content of a string, after blanks in place of what opens it; a doubled quote becomes a blank and a quote.</summary>
    public static string Of(SqlToken literal) => Inside(literal) is var (open, content) ? new string(' ', open) + content : "";

    /// <summary>
    /// What EXECUTE runs, as far as it stands there: of <c>format(…)</c> its first string, of <c>'…' || x || '…'</c> all of them.
    /// What is only known at run time becomes a name of underscores.
    /// </summary>
    public static string Executed(ArraySegment<SqlToken> tokens)
    {
        var start = tokens[0].Offset;
        var end = tokens.TakeWhile(token => !token.Is("using") && !token.Is("into")).Last().End;
        var isFormat = tokens.Count > 1 && tokens[1].Is("format");
        var literals = tokens.Where(token => token.Kind == SqlTokenKind.String && token.End <= end).Take(isFormat ? 1 : int.MaxValue).ToArray();
        if (literals.Length == 0) return "";
        var sql = new char[end - start];
        Array.Fill(sql, ' ');
        if (!isFormat) Array.Fill(sql, '_', literals[0].Offset - start, end - literals[0].Offset);
        foreach (var literal in literals)
        {
            var (open, content) = Inside(literal);
            content.CopyTo(sql.AsSpan(literal.Offset - start + open));
        }
        // The first string opens with nothing before it, and after the last one there may be nothing to join.
        sql.AsSpan(literals[0].Offset - start, Inside(literals[0]).Open).Fill(' ');
        if (literals[^1].End == end) sql.AsSpan(end - start - Closing(literals[^1])).Fill(' ');
        return isFormat ? Placeholders(sql) : new string(sql);
    }

    private static string Placeholders(char[] sql)
    {
        for (var i = 0; i + 1 < sql.Length; i++)
        {
            if (sql[i] != '%') continue;
            var end = i + 1;
            while (end < sql.Length && (char.IsAsciiDigit(sql[end]) || sql[end] is '$' or '-')) end++;
            if (end < sql.Length && sql[end] is 'I' or 's' or 'L') Array.Fill(sql, '_', i, end - i + 1);
            i = end;
        }
        return new string(sql);
    }

    private static (int Open, string Content) Inside(SqlToken literal)
    {
        var (text, isDollar) = (literal.Text, literal.Text[0] == '$');
        var open = text.IndexOf(isDollar ? '$' : '\'', isDollar ? 1 : 0) + 1;
        var content = text[open..^Closing(literal)];
        return (open, isDollar ? content : content.Replace("''", " '"));
    }

    private static int Closing(SqlToken literal) => literal.Text[0] == '$' ? literal.Text.IndexOf('$', 1) + 1 : 1;
}
