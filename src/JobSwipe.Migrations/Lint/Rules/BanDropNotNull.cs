using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>A column that may be null breaks releases that do not expect it.</summary>
internal sealed class BanDropNotNull() : LintRule("ban-drop-not-null", LintSeverity.Error)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at) =>
        statement is AlterTable table && !at.IsNew(table.Table) && at.HasOldClients
            ? table.Actions.OfType<DropNotNull>()
                .Select(action => new Problem(action.Span, $"The release that runs does not expect {action.Column} of {table.Table} to be null."))
            : [];
}
