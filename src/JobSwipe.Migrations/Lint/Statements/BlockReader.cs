using JobSwipe.Migrations.Sql;

namespace JobSwipe.Migrations.Lint.Statements;

/// <summary>Reads DO: the SQL statements of its body, and those that it executes from strings, at their own places in the script.</summary>
internal static class BlockReader
{
    public static DoBlock Read(TokenCursor cursor)
    {
        var body = cursor.Rest.FirstOrDefault(token => token.Kind == SqlTokenKind.String);
        return new DoBlock(body.Text is null ? [] : Statements(Tokens(DynamicSql.Of(body), body.Offset)));
    }

    private static List<Statement> Statements(SqlToken[] tokens)
    {
        var statements = new List<Statement>();
        var start = 0;
        var cases = 0;
        var parentheses = 0;
        for (var at = 0; at < tokens.Length; at++)
        {
            var token = tokens[at];
            var first = tokens[start];
            if (token.Is('(')) parentheses++;
            if (token.Is(')')) parentheses--;
            if (token.Is(';')) End(at);
            else if (parentheses > 0) continue;
            else if (at == start && (token.Is("begin") || token.Is("else") || token.Is("loop") || token.Is("declare"))) start = at + 1;
            // CASE as an expression has THEN and ELSE too.
            else if (token.Is("case") && at > start) cases++;
            else if (token.Is("end") && cases > 0) cases--;
            else if (cases > 0) continue;
            else if (token.Is("loop") || token.Is("else") || (token.Is("then") && first.Identifier is "if" or "elsif" or "elseif" or "when" or "case")) start = at + 1;
            if (start >= tokens.Length) break;
        }
        return statements;

        void End(int at)
        {
            if (at > start) statements.AddRange(Statement(new ArraySegment<SqlToken>(tokens, start, at - start)));
            (start, cases, parentheses) = (at + 1, 0, 0);
        }
    }

    private static IEnumerable<Statement> Statement(ArraySegment<SqlToken> tokens)
    {
        if (tokens[0].Is("do")) return [];
        if (!tokens[0].Is("execute")) return [StatementReader.Read(tokens) with { InBlock = true }];
        var parts = DynamicSql.Executed(tokens);
        if (parts.Length == 0) return [];
        try
        {
            return [.. SqlStatement.Split(parts).Select(statement =>
                StatementReader.Read(statement.Tokens.Select(token => Moved(token, tokens[0].Offset)).ToArray()) with { InBlock = true })];
        }
        catch (SqlUnfinished)
        {
            return [];
        }
    }

    // What cannot be read is not linted; the server will say what is wrong with it.
    private static SqlToken[] Tokens(string body, int offset)
    {
        try
        {
            return [.. SqlTokenizer.Read(body).Where(token => token.Kind != SqlTokenKind.Comment).Select(token => Moved(token, offset))];
        }
        catch (SqlUnfinished)
        {
            return [];
        }
    }

    private static SqlToken Moved(SqlToken token, int offset) => token with { Offset = token.Offset + offset };
}
