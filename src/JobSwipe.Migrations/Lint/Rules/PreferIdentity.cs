using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>A serial column has a sequence that is owned and granted apart from its table.</summary>
internal sealed class PreferIdentity() : LintRule("prefer-identity", LintSeverity.Warning)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at) =>
        DefinedTypes.In(statement)
            .Where(type => type.IsSerial)
            .Select(type => new Problem(type.Span, $"{type} makes a sequence with owner and grants of its own, and lets anybody write over its numbers."));
}
