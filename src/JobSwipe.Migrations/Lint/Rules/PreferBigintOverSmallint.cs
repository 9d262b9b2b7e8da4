using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>A 16-bit number runs out, and to widen it later writes the table anew.</summary>
internal sealed class PreferBigintOverSmallint() : LintRule("prefer-bigint-over-smallint", LintSeverity.Warning)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at) =>
        DefinedTypes.In(statement)
            .Where(type => type.Name is "smallint" or "smallserial")
            .Select(type => new Problem(type.Span, $"{type} ends at 32,767, and to widen it later writes the table anew."));
}
