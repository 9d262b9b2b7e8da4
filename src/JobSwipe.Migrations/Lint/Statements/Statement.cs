using JobSwipe.Migrations.Sql;

namespace JobSwipe.Migrations.Lint.Statements;

/// <summary>A statement, so far as rules ask about it.</summary>
internal abstract record Statement
{
    public Span Span { get; init; }

    /// <summary>Its tokens, without comments.</summary>
    public ArraySegment<SqlToken> Tokens { get; init; } = ArraySegment<SqlToken>.Empty;

    /// <summary>Whether it stands inside a DO block, which is one statement to the server.</summary>
    public bool InBlock { get; init; }

    /// <summary>Whether its first words are these.</summary>
    public bool StartsWith(params ReadOnlySpan<string> words) => new TokenCursor(Tokens).Sees(words);
}

/// <summary>Any statement that no rule has to understand.</summary>
internal sealed record OtherStatement : Statement;

internal enum TransactionStep
{
    Begin,
    Commit,
    Rollback,
}

/// <summary>BEGIN, COMMIT, ROLLBACK and their other names; not savepoints.</summary>
internal sealed record TransactionControl(TransactionStep Step) : Statement;

/// <summary>SET, of a setting.</summary>
internal sealed record SetVariable(string Name, string Value) : Statement;

/// <summary>DO, with the statements of its body.</summary>
internal sealed record DoBlock(IReadOnlyList<Statement> Body) : Statement;

/// <summary>CREATE DOMAIN.</summary>
/// <param name="Constraint">Where its first constraint stands; null without.</param>
internal sealed record CreateDomain(Span? Constraint) : Statement;

/// <summary>ALTER DOMAIN … ADD constraint.</summary>
internal sealed record AlterDomainAdd(Span Constraint) : Statement;

/// <summary>ALTER TYPE … ADD VALUE.</summary>
internal sealed record AddEnumValue(bool HasPlace, bool IfNotExists, Span Value) : Statement;

/// <summary>INSERT, UPDATE, DELETE or MERGE.</summary>
/// <param name="Kind">insert, update, delete or merge.</param>
/// <param name="Table">The table that is written.</param>
/// <param name="IsFiltered">Whether a WHERE stands outside its parentheses.</param>
/// <param name="Assignments">The columns that are assigned, list by list.</param>
internal sealed record DataChange(string Kind, SqlName Table, bool IsFiltered, IReadOnlyList<IReadOnlyList<(string Column, Span Span)>> Assignments) : Statement
{
    /// <summary>Whether it is INSERT … VALUES, which writes as many rows as stand there.</summary>
    public bool IsInsertOfValues => Kind == "insert" && !Tokens.Any(token => token.Is("select"));
}
