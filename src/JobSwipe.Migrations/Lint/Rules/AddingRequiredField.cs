using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>A new column that must be given breaks releases that do not give it, and fails when there are rows.</summary>
internal sealed class AddingRequiredField() : LintRule("adding-required-field", LintSeverity.Error)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at) =>
        statement is AlterTable table && !at.IsNew(table.Table) && at.HasOldClients
            ? table.Actions.OfType<AddColumn>()
                .Where(action => action.Column is { NotNull: true, HasDefault: false, Identity: null, Stored: null, Type.IsSerial: false })
                .Select(action => new Problem(action.Span, $"{action.Column.Name} must be given, and the release that runs does not; with rows in {table.Table} the statement fails."))
            : [];
}
