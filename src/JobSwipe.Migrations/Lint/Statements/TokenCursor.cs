using JobSwipe.Migrations.Sql;

namespace JobSwipe.Migrations.Lint.Statements;

/// <summary>Walks along tokens. It never fails: at the end nothing is accepted any more.</summary>
internal sealed class TokenCursor(ArraySegment<SqlToken> tokens)
{
    private int _at;

    public bool AtEnd => _at >= tokens.Count;

    /// <summary>The token under the cursor; an empty symbol at the end.</summary>
    public SqlToken Current => Peek(0);

    /// <summary>What was passed since a place.</summary>
    public ArraySegment<SqlToken> Since(int mark) => tokens[mark.._at];

    public int Mark => _at;

    public ArraySegment<SqlToken> Rest => tokens[_at..];

    public SqlToken Peek(int ahead) => _at + ahead < tokens.Count ? tokens[_at + ahead] : new SqlToken(SqlTokenKind.Symbol, "\0", End);

    private int End => tokens.Count == 0 ? 0 : tokens[^1].End;

    public bool Sees(params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!Peek(i).Is(words[i])) return false;
        }
        return true;
    }

    /// <summary>Passes these words when they come next.</summary>
    public bool Accept(params ReadOnlySpan<string> words)
    {
        if (!Sees(words)) return false;
        _at += words.Length;
        return true;
    }

    public bool Accept(char symbol)
    {
        if (!Current.Is(symbol)) return false;
        _at++;
        return true;
    }

    public void Skip()
    {
        if (!AtEnd) _at++;
    }

    /// <summary>An identifier, folded.</summary>
    public string? Identifier()
    {
        if (Current.Identifier is not { } name) return null;
        _at++;
        return name;
    }

    /// <summary>A name with or without a schema (and a database before it, which can only be the current one).</summary>
    public SqlName? Name()
    {
        var start = _at;
        if (Identifier() is not { } name) return null;
        string? schema = null;
        while (Current.Is('.') && Peek(1).Identifier is { } next)
        {
            (schema, name) = (name, next);
            _at += 2;
        }
        return new SqlName(schema, name, Span.Of(Since(start)));
    }

    /// <summary>What is between the parentheses that come next; null when none do.</summary>
    public ArraySegment<SqlToken>? Parenthesized()
    {
        if (!Current.Is('(')) return null;
        var start = _at;
        SkipOne();
        var end = tokens[_at - 1].Is(')') && _at - 1 > start ? _at - 1 : _at;
        return tokens[(start + 1)..end];
    }

    /// <summary>Passes a token, or all of a pair of parentheses.</summary>
    public void SkipOne()
    {
        var depth = 0;
        do
        {
            if (Current.Is('(') || Current.Is('[')) depth++;
            if (Current.Is(')') || Current.Is(']')) depth--;
            Skip();
        }
        while (depth > 0 && !AtEnd);
    }

    /// <summary>Passes everything up to a token, outside parentheses, that ends it.</summary>
    public ArraySegment<SqlToken> Until(Func<TokenCursor, bool> ends)
    {
        var start = _at;
        while (!AtEnd && !ends(this)) SkipOne();
        return Since(start);
    }

    /// <summary>The parts between commas.</summary>
    public static IEnumerable<ArraySegment<SqlToken>> Parts(ArraySegment<SqlToken> list)
    {
        var cursor = new TokenCursor(list);
        while (!cursor.AtEnd)
        {
            yield return cursor.Until(at => at.Current.Is(','));
            cursor.Accept(',');
        }
    }
}
