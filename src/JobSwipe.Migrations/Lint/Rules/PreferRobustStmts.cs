using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>Outside a transaction a script can stop half-way, and then has to bear being run again.</summary>
internal sealed class PreferRobustStmts() : LintRule("prefer-robust-stmts", LintSeverity.Warning)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at)
    {
        // What a DO block does, it does wholly or not at all.
        if (at.InTransaction || statement.InBlock) return [];
        return statement switch
        {
            CreateTable { IfNotExists: false, IsTemporary: false } table when !Known(table.Table.Name) => Missing(table.Span, "IF NOT EXISTS"),
            CreateIndex { IfNotExists: false, Name: { } name } index when !Known(name) => Missing(index.Span, "IF NOT EXISTS"),
            CreateIndex { Name: null } index => [new Problem(index.Span, "An index without a name is built once more each time the script runs.")],
            DropObjects { IfExists: false } drop => Missing(drop.Span, "IF EXISTS"),
            AddEnumValue { IfNotExists: false } value => Missing(value.Span, "IF NOT EXISTS"),
            AlterTable table => table.Actions.SelectMany(Actions),
            OtherStatement when statement.StartsWith("create", "type") && !Known(NameOfType(statement)) => Again(statement.Span),
            _ => [],
        };

        bool Known(string name) => at.Known.IsDroppedIfExists(name);

        IEnumerable<Problem> Actions(TableAction action) => action switch
        {
            AddColumn { IfNotExists: false } => Missing(action.Span, "IF NOT EXISTS"),
            DropColumn { IfExists: false } or DropConstraint { IfExists: false } => Missing(action.Span, "IF EXISTS"),
            AddConstraint { Constraint.Name: { } name } when Known(name) => [],
            AddConstraint or RenameColumn or RenameTable or DetachPartition => Again(action.Span),
            OtherAction other when other.StartsWith("rename") || other.StartsWith("attach") => Again(action.Span),
            _ => [],
        };
    }

    private static string NameOfType(Statement statement)
    {
        var cursor = new TokenCursor(statement.Tokens);
        return cursor.Accept("create", "type") && cursor.Name() is { } name ? name.Name : "";
    }

    private static IEnumerable<Problem> Again(Span span) => [new Problem(span, "Run again after half of it, the script fails here: this is done already.")];

    private static IEnumerable<Problem> Missing(Span span, string words) => [new Problem(span, $"Without {words} this fails when the script runs again after half of it.")];
}
