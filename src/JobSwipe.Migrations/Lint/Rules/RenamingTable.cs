using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>A renamed table breaks every release that knows the old name.</summary>
internal sealed class RenamingTable() : LintRule("renaming-table", LintSeverity.Error)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at) =>
        statement is AlterTable table && !at.IsNew(table.Table) && at.HasOldClients
            ? table.Actions.OfType<RenameTable>()
                .Select(action => new Problem(action.Span, $"The release that runs knows {table.Table} and not {action.To}."))
            : [];
}
