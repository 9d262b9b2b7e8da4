using JobSwipe.Migrations.Sql;

namespace JobSwipe.Migrations.Lint.Statements;

/// <summary>A stretch of a script.</summary>
/// <param name="Offset">UTF-16 code units before it.</param>
/// <param name="End">The first one after it.</param>
internal readonly record struct Span(int Offset, int End)
{
    public static Span Of(SqlToken token) => new(token.Offset, token.End);

    public static Span Of(IReadOnlyList<SqlToken> tokens) => tokens.Count == 0 ? default : new(tokens[0].Offset, tokens[^1].End);
}
