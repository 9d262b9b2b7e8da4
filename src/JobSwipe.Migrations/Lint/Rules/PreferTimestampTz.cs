using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>A timestamp without a zone means another moment in each zone.</summary>
internal sealed class PreferTimestampTz() : LintRule("prefer-timestamp-tz", LintSeverity.Warning)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at) =>
        DefinedTypes.In(statement)
            .Where(type => type.Name == "timestamp")
            .Select(type => new Problem(type.Span, "A timestamp without a zone is another moment for everybody who reads it elsewhere."));
}
