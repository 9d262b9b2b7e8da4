namespace JobSwipe.Migrations.Sql;

/// <summary>Reads SQL as PostgreSQL's lexer does, so far as statements, strings, comments and identifiers are concerned.</summary>
internal sealed class SqlTokenizer(string text)
{
    private int _at;

    /// <summary>All tokens, comments included.</summary>
    /// <exception cref="SqlUnfinished">A string, an identifier or a comment does not end.</exception>
    public static IEnumerable<SqlToken> Read(string text)
    {
        var tokenizer = new SqlTokenizer(text);
        while (tokenizer.Next() is { } token) yield return token;
    }

    private SqlToken? Next()
    {
        while (_at < text.Length && IsSpace(text[_at])) _at++;
        if (_at == text.Length) return null;
        var start = _at;
        var kind = Scan();
        return new SqlToken(kind, text[start.._at], start);
    }

    private SqlTokenKind Scan()
    {
        var c = text[_at];
        if (At("--")) return LineComment();
        if (At("/*")) return BlockComment();
        if (c == '\'') return Quoted('\'', backslash: false, SqlTokenKind.String);
        if (c == '"') return Quoted('"', backslash: false, SqlTokenKind.QuotedIdentifier);
        if (c is 'e' or 'E' && Peek(1) == '\'') return Prefixed(1, backslash: true);
        if (c is 'b' or 'B' or 'x' or 'X' or 'n' or 'N' && Peek(1) == '\'') return Prefixed(1, backslash: false);
        if (c is 'u' or 'U' && Peek(1) == '&' && Peek(2) == '\'') return Prefixed(2, backslash: false);
        if (c is 'u' or 'U' && Peek(1) == '&' && Peek(2) == '"') return PrefixedIdentifier();
        if (c == '$' && DollarTag() is { } tag) return DollarString(tag);
        if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Peek(1)))) return Number();
        if (IsWordStart(c)) return Word();
        _at++;
        return SqlTokenKind.Symbol;
    }

    private SqlTokenKind Word()
    {
        while (_at < text.Length && (IsWordStart(text[_at]) || char.IsAsciiDigit(text[_at]) || text[_at] == '$')) _at++;
        return SqlTokenKind.Word;
    }

    // The two dots of 1..10 are a range, and the sign after an e belongs to the number.
    private SqlTokenKind Number()
    {
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] == '_' || (text[_at] == '.' && Peek(1) != '.')))
        {
            _at++;
            if (text[_at - 1] is 'e' or 'E' && Peek(0) is '+' or '-' && char.IsAsciiDigit(Peek(1))) _at++;
        }
        return SqlTokenKind.Number;
    }

    private SqlTokenKind LineComment()
    {
        while (_at < text.Length && text[_at] != '\n') _at++;
        return SqlTokenKind.Comment;
    }

    // Unlike in C, they nest.
    private SqlTokenKind BlockComment()
    {
        var start = _at;
        var depth = 0;
        do
        {
            if (_at >= text.Length) throw new SqlUnfinished("comment", start);
            if (At("/*")) { depth++; _at += 2; }
            else if (At("*/")) { depth--; _at += 2; }
            else _at++;
        }
        while (depth > 0);
        return SqlTokenKind.Comment;
    }

    private SqlTokenKind Prefixed(int prefix, bool backslash)
    {
        _at += prefix;
        return Quoted('\'', backslash, SqlTokenKind.String);
    }

    private SqlTokenKind PrefixedIdentifier()
    {
        _at += 2;
        return Quoted('"', backslash: false, SqlTokenKind.QuotedIdentifier);
    }

    private SqlTokenKind Quoted(char quote, bool backslash, SqlTokenKind kind)
    {
        var start = _at++;
        while (_at < text.Length)
        {
            if (backslash && text[_at] == '\\') { _at += 2; continue; }
            if (text[_at++] != quote) continue;
            if (Peek(0) != quote) return kind;
            _at++;
        }
        throw new SqlUnfinished(kind == SqlTokenKind.String ? "string" : "quoted identifier", start);
    }

    private string? DollarTag()
    {
        var end = _at + 1;
        while (end < text.Length && (IsWordStart(text[end]) || (end > _at + 1 && char.IsAsciiDigit(text[end])))) end++;
        return end < text.Length && text[end] == '$' ? text[_at..(end + 1)] : null;
    }

    private SqlTokenKind DollarString(string tag)
    {
        var end = text.IndexOf(tag, _at + tag.Length, StringComparison.Ordinal);
        if (end < 0) throw new SqlUnfinished($"string {tag}", _at);
        _at = end + tag.Length;
        return SqlTokenKind.String;
    }

    private bool At(string mark) => string.CompareOrdinal(text, _at, mark, 0, mark.Length) == 0;

    private char Peek(int ahead) => _at + ahead < text.Length ? text[_at + ahead] : '\0';

    // A no-break space is a letter to PostgreSQL.
    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f' or '\v';

    private static bool IsWordStart(char c) => char.IsAsciiLetter(c) || c == '_' || c >= 0x80;
}
