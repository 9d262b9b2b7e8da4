using JobSwipe.Migrations.Lint;
using JobSwipe.Migrations.Lint.Catalog;
using JobSwipe.Tools.Postgres;

namespace JobSwipe.Migrations.Tests.Lint;

/// <summary>What a database tells: the reference of free and dear changes is PostgreSQL itself, by the files of its tables.</summary>
public sealed class CatalogTests(TestPostgres databases)
{
    private const string Schema = """
        create table people (
          id integer, name varchar(10), nick varchar(10), code varchar(10), note text, born timestamp, seen timestamp, amount numeric(8, 2), email text, phone text,
          constraint code_given check (code <> ''), constraint email_given check (email is not null)
        );
        alter table people add constraint phone_given check (phone is not null) not valid;
        insert into people select n, 'a', 'a', 'a', 'a', now(), now(), 1, 'a', 'a' from generate_series(1, 5000) n;
        create index people_nick on people (nick);
        create index people_born on people ((born + interval '1 day'));
        create table small (id integer, name varchar(10));
        insert into small values (1, 'a');
        create index small_idx on small (name);
        create function steady() returns text language sql stable return 'a';
        create function unsteady() returns text language sql volatile return random()::text;
        analyze;
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("alter column name type varchar(20)", false)]
    [InlineData("alter column nick type varchar(20)", false)]
    [InlineData("alter column name type text", false)]
    [InlineData("alter column name type varchar(5)", true)]
    [InlineData("alter column note type varchar", false)]
    [InlineData("alter column note type varchar(20)", true)]
    [InlineData("alter column seen type timestamptz", false)]
    [InlineData("alter column seen type timestamptz using seen at time zone 'CET'", true)]
    [InlineData("alter column amount type numeric(12, 2)", false)]
    [InlineData("alter column amount type numeric(12, 4)", true)]
    [InlineData("alter column amount type numeric", false)]
    [InlineData("alter column id type bigint", true)]
    public async Task Changes_of_type_are_dear_when_PostgreSQL_writes_the_table_anew(string action, bool isDear)
    {
        var url = await databases.NewFromAsync(Schema);
        var findings = await LintAsync(url, $"ALTER TABLE people {action};");

        findings.Any(finding => finding.Rule == "changing-column-type").ShouldBe(isDear);
        (await RewritesAsync(url, action)).ShouldBe(isDear, "PostgreSQL itself");
    }

    [Theory]
    // No rewrite, but the CHECK is held against every row again, or the index built again.
    [InlineData("alter column code type varchar(20)")]
    [InlineData("alter column born type timestamptz")]
    public async Task Changes_of_type_are_dear_when_something_is_made_again(string action)
    {
        var url = await databases.NewFromAsync(Schema);

        (await LintAsync(url, $"ALTER TABLE people {action};")).ShouldContain(finding => finding.Rule == "changing-column-type");
    }

    [Fact]
    public async Task Timestamps_are_written_anew_where_sessions_are_not_in_UTC()
    {
        var url = await databases.NewAsync();
        await url.ExecuteAsync(Schema + $"alter database {url.Database} set timezone = 'Europe/Berlin'");

        (await LintAsync(url, "ALTER TABLE people ALTER COLUMN seen TYPE timestamptz;")).ShouldContain(finding => finding.Rule == "changing-column-type");
        (await RewritesAsync(url, "alter column seen type timestamptz")).ShouldBeTrue("PostgreSQL itself");
    }

    [Theory]
    [InlineData("ALTER TABLE people ALTER COLUMN email SET NOT NULL;", false)]
    [InlineData("ALTER TABLE people ALTER COLUMN phone SET NOT NULL;", true)]
    [InlineData("ALTER TABLE people VALIDATE CONSTRAINT phone_given; ALTER TABLE people ALTER COLUMN phone SET NOT NULL;", false)]
    [InlineData("ALTER TABLE people ALTER COLUMN name SET NOT NULL;", true)]
    public async Task Not_null_is_free_where_a_validated_check_says_so(string sql, bool isFound)
    {
        var findings = await LintAsync(await databases.NewFromAsync(Schema), sql);

        findings.Any(finding => finding.Rule == "adding-not-nullable-field").ShouldBe(isFound);
    }

    [Theory]
    [InlineData("CREATE INDEX i ON small (id);", "CREATE INDEX i ON people (id);")]
    [InlineData("DROP INDEX small_idx;", "DROP INDEX people_nick;")]
    [InlineData("REINDEX INDEX small_idx;", "REINDEX INDEX people_nick;")]
    [InlineData("ALTER TABLE small ADD CHECK (id > 0);", "ALTER TABLE people ADD CHECK (id > 0);")]
    [InlineData("ALTER TABLE small ALTER COLUMN id TYPE bigint;", "ALTER TABLE people ALTER COLUMN id TYPE bigint;")]
    [InlineData("UPDATE small SET id = 2;", "UPDATE people SET id = 2;")]
    [InlineData("ALTER TABLE people ADD a text DEFAULT steady();", "ALTER TABLE people ADD a text DEFAULT unsteady();")]
    public async Task What_is_small_or_steady_there_is_no_matter(string harmless, string harmful)
    {
        var url = await databases.NewFromAsync(Schema);

        (await LintAsync(url, harmless)).ShouldBeEmpty();
        (await LintAsync(url, harmful)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Tables_of_scripts_before_are_new_when_the_database_has_none_yet()
    {
        LintScript[] scripts = [new("1.sql", "CREATE TABLE IF NOT EXISTS public.people (id bigint);\nCREATE TABLE later (id bigint);"), new("2.sql", "CREATE INDEX i ON later (id);\nCREATE INDEX j ON people (id);")];
        var catalog = await PostgresCatalog.ReadAsync(await databases.NewFromAsync(Schema), Cancellation);

        MigrationLinter.Lint(scripts, catalog: catalog).Findings.Select(finding => (finding.File, finding.Line)).ShouldBe([("2.sql", 2)]);
        // Without a database nobody knows whether the first script ran long ago.
        MigrationLinter.Lint(scripts).Findings.Select(finding => (finding.File, finding.Line)).ShouldBe([("2.sql", 1), ("2.sql", 2)]);
    }

    private static async Task<IReadOnlyList<LintFinding>> LintAsync(DatabaseUrl url, string sql) =>
        MigrationLinter.Lint([new LintScript("a.sql", sql)], catalog: await PostgresCatalog.ReadAsync(url, Cancellation)).Findings;

    private static async Task<bool> RewritesAsync(DatabaseUrl url, string action)
    {
        var before = await url.QueryAsync<uint>("select pg_relation_filenode('people')::oid");
        await url.ExecuteAsync($"alter table people {action}");
        return before != await url.QueryAsync<uint>("select pg_relation_filenode('people')::oid");
    }
}
