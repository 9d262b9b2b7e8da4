using System.Text;
using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>PostgreSQL cuts a name off after 63 bytes, without an error.</summary>
internal sealed class IdentifierTooLong() : LintRule("identifier-too-long", LintSeverity.Warning)
{
    // NAMEDATALEN is 64, with its terminating zero.
    private const int Limit = 63;

    internal override IEnumerable<Problem> Check(Statement statement, Situation at) => statement.Tokens
        .Where(token => token.Text.Length * 3 > Limit && token.Identifier is { } name && Encoding.UTF8.GetByteCount(name) > Limit)
        .Select(token => new Problem(Span.Of(token), $"This name has {Encoding.UTF8.GetByteCount(token.Identifier!)} bytes and is cut off after {Limit}."));
}
