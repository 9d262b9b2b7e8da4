using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>json has no equality, so SELECT DISTINCT over it fails, and no useful index.</summary>
internal sealed class JsonColumn() : LintRule("json-column", LintSeverity.Warning)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at) =>
        DefinedTypes.In(statement)
            .Where(type => type.Name == "json")
            .Select(type => new Problem(type.Span, "json has no equality: SELECT DISTINCT, GROUP BY and UNION over the table begin to fail."));
}
