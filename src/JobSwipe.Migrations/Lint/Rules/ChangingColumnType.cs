using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>Another type usually writes the whole table anew, and breaks what expects the old one.</summary>
internal sealed class ChangingColumnType() : LintRule("changing-column-type", LintSeverity.Error)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at) =>
        statement is AlterTable table && !at.IsNew(table.Table)
            ? table.Actions.OfType<ChangeType>()
                .Where(action => !TypeChange.IsFree(at, table.Table, action))
                .Select(action => new Problem(action.Span, $"{action.Column} of {table.Table} becomes {action.Type}: the table may be written anew while nobody can read or write it."))
            : [];
}
