using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>A name without its schema means whatever the search path says.</summary>
internal sealed class RequireTableSchema() : LintRule("require-table-schema", LintSeverity.Off)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at)
    {
        IEnumerable<SqlName> names = statement switch
        {
            CreateTable { IsTemporary: false } table => [table.Table],
            AlterTable table => [table.Table],
            DropObjects { Kind: "table" or "foreign table" } drop => drop.Names,
            Truncate truncate => truncate.Tables,
            _ => [],
        };
        return names.Where(name => name.Schema is null).Select(name => new Problem(name.Span, $"The search path decides which {name} this is."));
    }
}
