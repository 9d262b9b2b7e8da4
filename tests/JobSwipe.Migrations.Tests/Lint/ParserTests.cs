using JobSwipe.Migrations.Lint;
using JobSwipe.Migrations.Lint.Statements;
using JobSwipe.Tools.Postgres;

namespace JobSwipe.Migrations.Tests.Lint;

/// <summary>The reader of statements beside PostgreSQL's own parser.</summary>
public sealed class ParserTests
{
    private static IEnumerable<LintScript> Scripts =>
    [
        .. Page.All.Where(page => page.Name != "syntax-error").SelectMany(page => page.Bad.Concat(page.Good)),
        .. LintScript.Load(), .. SquawkTests.Read("kinds"), .. SquawkTests.Read("safe"), .. SquawkTests.Read("tricky"),
    ];

    [Fact]
    public async Task Every_example_is_SQL_and_is_split_as_PostgreSQL_does()
    {
        var parsed = await Oracles.ParseAsync(Scripts.Concat(Scripts.Select(Crlf)));

        foreach (var script in Scripts.Concat(Scripts.Select(Crlf)))
        {
            var expected = parsed[script.File];
            expected.Error.ShouldBeNull($"{script.File}\n{script.Text}");
            var statements = StatementReader.ReadAll(script.Text);
            // PostgreSQL leaves comments and blanks before a statement with it.
            statements.Select(statement => statement.Span.End).ShouldBe(expected.Statements.Select(statement => TrimmedEnd(script.Text, statement)), script.File);
            statements.Zip(expected.Statements).ShouldAllBe(pair => pair.First.Span.Offset >= pair.Second.Start, script.File);
        }
    }

    [Fact]
    public async Task PostgreSQLs_own_scripts_are_split_as_PostgreSQL_does()
    {
        // Debian's places: the server's programs in /usr/lib/postgresql/15/bin, the scripts of its extensions in /usr/share/postgresql/15.
        var folder = Path.GetDirectoryName(PostgresTools.Find().Folder)!.Replace("/lib/", "/share/");
        Assert.SkipUnless(Directory.Exists(folder), $"not run: no scripts in {folder}");
        // Lines of psql are none of SQL.
        var scripts = Directory.GetFiles(folder, "*.sql", SearchOption.AllDirectories)
            .Select(file => new LintScript(file, string.Join('\n', File.ReadLines(file).Where(line => !line.StartsWith('\\'))))).ToArray();
        var parsed = await Oracles.ParseAsync(scripts);

        var count = 0;
        foreach (var script in scripts.Where(script => parsed[script.File].Error is null))
        {
            count++;
            StatementReader.ReadAll(script.Text).Select(statement => statement.Span.End)
                .ShouldBe(parsed[script.File].Statements.Select(statement => TrimmedEnd(script.Text, statement)), script.File);
        }
        count.ShouldBeGreaterThan(50);
    }

    [Fact]
    public async Task What_a_statement_is_agrees_with_PostgreSQL()
    {
        var parsed = await Oracles.ParseAsync(Scripts);

        var seen = new HashSet<string>();
        foreach (var script in Scripts)
        {
            foreach (var (statement, node) in StatementReader.ReadAll(script.Text).Zip(parsed[script.File].Statements))
            {
                Kinds(node.Kind).ShouldContain(statement.GetType().Name, $"{script.File}: {node.Kind}: {script.Text[node.Start..node.End]}");
                seen.Add(statement.GetType().Name);
            }
        }
        // Each kind of statement has been seen.
        typeof(Statement).Assembly.GetTypes().Where(type => type.BaseType == typeof(Statement)).Select(type => type.Name).Except(seen).ShouldBeEmpty();
    }

    private static string[] Kinds(string node) => node switch
    {
        "CreateStmt" or "CreateForeignTableStmt" => [nameof(CreateTable)],
        "CreateTableAsStmt" => [nameof(CreateTable)],
        "AlterTableStmt" => [nameof(AlterTable), nameof(OtherStatement)],
        "RenameStmt" => [nameof(AlterTable), nameof(OtherStatement)],
        "IndexStmt" => [nameof(CreateIndex)],
        "DropStmt" or "DropdbStmt" => [nameof(DropObjects)],
        "TruncateStmt" => [nameof(Truncate)],
        "ReindexStmt" => [nameof(Reindex)],
        "VacuumStmt" => [nameof(RewriteTable), nameof(OtherStatement)],
        "ClusterStmt" => [nameof(RewriteTable)],
        "VariableSetStmt" => [nameof(SetVariable)],
        "DoStmt" => [nameof(DoBlock)],
        "TransactionStmt" => [nameof(TransactionControl), nameof(OtherStatement)],
        "CreateDomainStmt" => [nameof(CreateDomain)],
        "AlterDomainStmt" => [nameof(AlterDomainAdd), nameof(OtherStatement)],
        "AlterEnumStmt" => [nameof(AddEnumValue), nameof(OtherStatement)],
        "InsertStmt" or "UpdateStmt" or "DeleteStmt" or "MergeStmt" => [nameof(DataChange)],
        _ => [nameof(OtherStatement)],
    };

    private static LintScript Crlf(LintScript script) => new(script.File + ".crlf", script.Text.Replace("\n", "\r\n"));

    // A comment after the last word is none of ours.
    private static int TrimmedEnd(string text, Oracles.ParsedStatement statement)
    {
        var tokens = Sql.SqlTokenizer.Read(text[..statement.End]).Where(token => token.Kind != Sql.SqlTokenKind.Comment).ToArray();
        return tokens.Length == 0 ? statement.End : tokens[^1].End;
    }
}
