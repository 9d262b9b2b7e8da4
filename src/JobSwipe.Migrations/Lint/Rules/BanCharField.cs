using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>char(n) pads with blanks and saves nothing.</summary>
internal sealed class BanCharField() : LintRule("ban-char-field", LintSeverity.Warning)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at) =>
        DefinedTypes.In(statement)
            .Where(type => type.Name == "char")
            .Select(type => new Problem(type.Span, $"{type} pads with blanks, which comparisons then ignore and others do not; it saves nothing."));
}
