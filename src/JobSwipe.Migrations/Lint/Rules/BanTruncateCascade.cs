using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>TRUNCATE … CASCADE empties tables that the script does not name.</summary>
internal sealed class BanTruncateCascade() : LintRule("ban-truncate-cascade", LintSeverity.Error)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at) =>
        statement is Truncate { Cascade: { } cascade } truncate && !truncate.Tables.All(at.IsNew)
            ? [new Problem(cascade, $"Every table with a foreign key to {string.Join(" or ", truncate.Tables)} is emptied too, whatever it is.")]
            : [];
}
