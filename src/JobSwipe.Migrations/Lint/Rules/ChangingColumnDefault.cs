using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>Another default changes what releases that leave the column out write.</summary>
internal sealed class ChangingColumnDefault() : LintRule("changing-column-default", LintSeverity.Note)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at) =>
        statement is AlterTable table && !at.IsNew(table.Table) && at.HasOldClients
            ? table.Actions.OfType<ChangeDefault>()
                .Where(action => !at.Known.IsAddedColumn(table.Table, action.Column) && !table.Actions.OfType<AddColumn>().Any(add => add.Column.Name == action.Column))
                .Select(action => new Problem(action.Span, $"The release that runs may count on the default of {action.Column} of {table.Table}."))
            : [];
}
