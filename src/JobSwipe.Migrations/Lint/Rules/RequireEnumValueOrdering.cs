using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>An enum's value without BEFORE or AFTER comes last, and the order cannot be changed.</summary>
internal sealed class RequireEnumValueOrdering() : LintRule("require-enum-value-ordering", LintSeverity.Warning)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at) =>
        statement is AddEnumValue { HasPlace: false } add ? [new Problem(add.Value, "Without BEFORE or AFTER the value sorts last, and that cannot be changed later.")] : [];
}
