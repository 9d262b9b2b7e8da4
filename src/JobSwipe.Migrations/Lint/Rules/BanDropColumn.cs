using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>A dropped column breaks every release that still reads or writes it.</summary>
internal sealed class BanDropColumn() : LintRule("ban-drop-column", LintSeverity.Error)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at) =>
        statement is AlterTable table && !at.IsNew(table.Table) && at.HasOldClients
            ? table.Actions.OfType<DropColumn>()
                .Select(action => new Problem(action.Span, $"The release that runs may still use {action.Column} of {table.Table}."))
            : [];
}
