using JobSwipe.Tools.Postgres;

namespace JobSwipe.Migrations.Tests;

public sealed class BaselineTests(TestPostgres databases)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Yields_exactly_the_schema_that_Alembic_left()
    {
        var url = await databases.NewAsync();

        await Migrator.MigrateAsync(url, new MigrationOptions { To = "0001" }, cancellation: Cancellation);

        var expected = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "jobswipe-schema.jsonl"), Cancellation);
        (await SchemaFacts.ReadAsync(url)).ShouldBe(expected);
        expected.Length.ShouldBe(16);
        (await SchemaFacts.ReadOthersAsync(url)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_what_pg_dump_writes_of_it()
    {
        var url = await databases.NewAsync();
        await Migrator.MigrateAsync(url, new MigrationOptions { To = "0001" }, cancellation: Cancellation);

        var dump = await PostgresTools.Find().Command("pg_dump", "--schema-only", "--no-owner", "--schema=public")
            .With(url.ToEnvironment()).OutputAsync(Cancellation);

        Statements(dump).ShouldBe(Statements(ScriptSet.Load()[0].Sql));
    }

    private static string[] Statements(string sql) =>
        [.. Sql.SqlStatement.Split(string.Join('\n', sql.Split('\n').Where(line => !line.StartsWith('\\'))))
            .Where(statement => !statement.StartsWith("set") && !statement.Text.Contains("set_config") && !statement.StartsWith("create", "schema") && !statement.StartsWith("comment", "on", "schema"))
            .Select(statement => string.Join(' ', statement.Tokens.Select(token => token.Text)))];
}
