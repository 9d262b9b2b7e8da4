using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>A renamed column breaks every release that knows the old name.</summary>
internal sealed class RenamingColumn() : LintRule("renaming-column", LintSeverity.Error)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at) =>
        statement is AlterTable table && !at.IsNew(table.Table) && at.HasOldClients
            ? table.Actions.OfType<RenameColumn>()
                .Select(action => new Problem(action.Span, $"The release that runs knows {action.Column} of {table.Table} and not {action.To}."))
            : [];
}
