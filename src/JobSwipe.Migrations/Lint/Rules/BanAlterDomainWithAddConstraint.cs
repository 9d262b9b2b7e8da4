using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>A new constraint of a domain reads every table that uses it, under a lock.</summary>
internal sealed class BanAlterDomainWithAddConstraint() : LintRule("ban-alter-domain-with-add-constraint", LintSeverity.Error)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at) =>
        statement is AlterDomainAdd add ? [new Problem(add.Constraint, "Every table that uses the domain is locked and read.")] : [];
}
