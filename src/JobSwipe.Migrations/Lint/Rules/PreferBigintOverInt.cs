using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>A 32-bit number runs out, and to widen it later writes the table anew.</summary>
internal sealed class PreferBigintOverInt() : LintRule("prefer-bigint-over-int", LintSeverity.Warning)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at) =>
        DefinedTypes.In(statement)
            .Where(type => type.Name is "integer" or "serial")
            .Select(type => new Problem(type.Span, $"{type} ends at 2,147,483,647, and to widen it later writes the table anew."));
}
