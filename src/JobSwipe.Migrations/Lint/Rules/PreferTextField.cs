using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>To shorten a varchar later, every row is checked under the strongest lock.</summary>
internal sealed class PreferTextField() : LintRule("prefer-text-field", LintSeverity.Warning)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at) =>
        DefinedTypes.In(statement)
            .Where(type => type.Name == "varchar" && type.Modifiers.Length > 0)
            .Select(type => new Problem(type.Span, $"The limit of {type} can later be changed only under a lock that stops reads and writes."));
}
