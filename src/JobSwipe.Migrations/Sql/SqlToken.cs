namespace JobSwipe.Migrations.Sql;

/// <summary>What a token is (PostgreSQL documentation, 4.1 lexical structure).</summary>
internal enum SqlTokenKind
{
    /// <summary>A key word or a plain identifier.</summary>
    Word,

    /// <summary>An identifier in double quotes.</summary>
    QuotedIdentifier,

    /// <summary>A string constant of any form, with its quotes or dollar tags.</summary>
    String,

    /// <summary>A number.</summary>
    Number,

    /// <summary>An operator or punctuation; operators come as single characters.</summary>
    Symbol,

    /// <summary>A comment of either form.</summary>
    Comment,
}

/// <summary>A piece of SQL.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As written.</param>
/// <param name="Offset">Characters before it.</param>
internal readonly record struct SqlToken(SqlTokenKind Kind, string Text, int Offset)
{
    /// <summary>The first character after it.</summary>
    public int End => Offset + Text.Length;

    /// <summary>The name it stands for, folded as PostgreSQL does; null when it is no identifier.</summary>
    public string? Identifier => Kind switch
    {
        SqlTokenKind.Word => Text.ToLowerInvariant(),
        SqlTokenKind.QuotedIdentifier => Text[(Text.IndexOf('"') + 1)..^1].Replace("\"\"", "\""),
        _ => null,
    };

    /// <summary>Whether it is this key word, in any case.</summary>
    public bool Is(string word) => Kind == SqlTokenKind.Word && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is this character.</summary>
    public bool Is(char symbol) => Kind == SqlTokenKind.Symbol && Text[0] == symbol;
}
