using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>The constraint of a domain can later be changed only by checking every column of that domain.</summary>
internal sealed class BanCreateDomainWithConstraint() : LintRule("ban-create-domain-with-constraint", LintSeverity.Warning)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at) =>
        statement is CreateDomain { Constraint: { } constraint }
            ? [new Problem(constraint, "To change this later, every table that uses the domain is locked and read.")]
            : [];
}
