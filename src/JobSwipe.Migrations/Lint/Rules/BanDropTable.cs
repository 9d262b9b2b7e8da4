using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>A dropped table breaks every release that still uses it, and its rows are gone.</summary>
internal sealed class BanDropTable() : LintRule("ban-drop-table", LintSeverity.Error)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at) =>
        statement is DropObjects { Kind: "table" or "foreign table" } drop && at.HasOldClients
            ? drop.Names.Where(table => !at.IsNew(table)).Select(table => new Problem(table.Span, $"The release that runs may still use {table}."))
            : [];
}
