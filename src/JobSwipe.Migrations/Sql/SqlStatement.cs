namespace JobSwipe.Migrations.Sql;

/// <summary>One statement of a script.</summary>
/// <param name="Text">As written, without the semicolon.</param>
/// <param name="Offset">Characters of the script before it.</param>
/// <param name="Tokens">Its tokens without comments; never empty.</param>
internal sealed record SqlStatement(string Text, int Offset, IReadOnlyList<SqlToken> Tokens)
{
    /// <summary>Whether it begins with these key words.</summary>
    public bool StartsWith(params ReadOnlySpan<string> words)
    {
        if (Tokens.Count < words.Length) return false;
        for (var at = 0; at < words.Length; at++)
        {
            if (!Tokens[at].Is(words[at])) return false;
        }
        return true;
    }

    /// <summary>Splits a script at its semicolons: not those in strings, parentheses (rules) and <c>BEGIN ATOMIC</c> bodies.</summary>
    /// <exception cref="SqlUnfinished">A string, an identifier or a comment does not end.</exception>
    public static IReadOnlyList<SqlStatement> Split(string script)
    {
        var statements = new List<SqlStatement>();
        var tokens = new List<SqlToken>();
        var parentheses = 0;
        var blocks = 0;
        foreach (var token in SqlTokenizer.Read(script).Where(token => token.Kind != SqlTokenKind.Comment))
        {
            if (token.Is(';') && parentheses == 0 && blocks == 0)
            {
                Add(token.Offset);
                continue;
            }
            if (token.Is('(')) parentheses++;
            if (token.Is(')')) parentheses = Math.Max(0, parentheses - 1);
            if (token.Is("atomic") && tokens.Count > 0 && tokens[^1].Is("begin")) blocks = 1;
            else if (blocks > 0 && token.Is("case")) blocks++;
            else if (blocks > 0 && token.Is("end")) blocks--;
            tokens.Add(token);
        }
        Add(script.Length);
        return statements;

        void Add(int end)
        {
            if (tokens.Count == 0) return;
            var start = tokens[0].Offset;
            statements.Add(new SqlStatement(script[start..end].TrimEnd(), start, [.. tokens]));
            tokens.Clear();
            parentheses = 0;
        }
    }
}
