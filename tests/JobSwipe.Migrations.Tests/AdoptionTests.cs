using DbUp;
using JobSwipe.Migrations.Adoption;
using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Migrations.Tests;

public sealed class AdoptionTests(TestPostgres databases)
{
    private const string Revision = "2db8062baa3d";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private BaselineOptions FromAlembic => new("0001", databases.Cluster.Url, Revision);

    [Fact]
    public async Task Marks_the_baseline_of_a_database_that_Alembic_left_and_goes_on_from_there()
    {
        var url = await AlembicsAsync();
        await url.ExecuteAsync("insert into users (id, email, password_hash) values (gen_random_uuid(), 'a', '')");
        var said = new List<string>();

        var marked = await Baseline.AdoptAsync(url, FromAlembic, say: said.Add, cancellation: Cancellation);
        var report = await Migrator.MigrateAsync(url, cancellation: Cancellation);

        marked.ShouldBe(["0001_baseline"]);
        (report.AlreadyApplied, report.Applied.Count, report.Head).ShouldBe((1, 6, "0007_fill_salary_currency"));
        said[^1].ShouldContain("alembic upgrade");
        (await url.QueryAsync<string>("select version_num from alembic_version")).ShouldBe(Revision);
        (await url.QueryAsync<string>("select kind from delivery.journal where script_name = '0001_baseline'")).ShouldBe("baseline");
        (await url.QueryAsync<long>("select count(*) from users")).ShouldBe(1);
    }

    [Fact]
    public async Task Shows_the_drift_and_marks_nothing()
    {
        var url = await AlembicsAsync();
        await url.ExecuteAsync("alter table jobs add hotfix int; drop table domains; alter table users alter email drop not null");

        var error = await Should.ThrowAsync<SchemaDrifted>(() => Baseline.AdoptAsync(url, FromAlembic, cancellation: Cancellation));

        error.Difference.Lines().ShouldContain("+ column public.jobs.hotfix");
        error.Difference.Lines().ShouldContain("- table public.domains");
        error.Difference.Lines().ShouldNotContain(line => line.Contains("column public.domains."), "a missing table says it all");
        error.Problem.ShouldContain("~ column public.users.email: expected character varying, not null");
        (await url.QueryAsync<bool>("select to_regnamespace('delivery') is null")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("update alembic_version set version_num = 'abc'", Revision, "at abc")]
    [InlineData("insert into alembic_version values ('abc')", Revision, "at 2db8062baa3d and abc")]
    [InlineData("delete from alembic_version", Revision, "at no revision")]
    [InlineData("drop table alembic_version", Revision, "no table alembic_version")]
    [InlineData("select 1", null, "no revision was expected")]
    public async Task Refuses_another_revision_than_the_one_expected(string change, string? expected, string why)
    {
        var url = await AlembicsAsync();
        await url.ExecuteAsync(change);

        var error = await Should.ThrowAsync<AlembicRevisionWrong>(() => Baseline.AdoptAsync(url, FromAlembic with { AlembicRevision = expected }, cancellation: Cancellation));

        error.Problem.ShouldContain(why);
        (await url.QueryAsync<bool>("select to_regnamespace('delivery') is null")).ShouldBeTrue();
    }

    [Fact]
    public async Task Adopts_any_database_whose_schema_the_scripts_make()
    {
        var url = await databases.NewAsync();
        await url.ExecuteAsync("create table a (id int, b text); create type mood as enum ('sad', 'ok');");
        using var scripts = new ScriptFolder()
            .With("0001_a", "create table a (id int); create type mood as enum ('sad', 'ok');").With("0002_b", "alter table a add b text").With("0003_c", "alter table a add c int");

        await Baseline.AdoptAsync(url, new BaselineOptions("0002", databases.Cluster.Url), scripts.Options, cancellation: Cancellation);

        (await Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation)).Applied.Select(script => script.Name).ShouldBe(["0003_c"]);
        (await Should.ThrowAsync<AdoptionRefused>(() => Baseline.AdoptAsync(url, new BaselineOptions("0002", databases.Cluster.Url), scripts.Options, cancellation: Cancellation)))
            .Problem.ShouldContain("journal");
    }

    [Fact]
    public async Task Refuses_an_empty_database() =>
        (await Should.ThrowAsync<AdoptionRefused>(async () => await Baseline.AdoptAsync(await databases.NewAsync(), FromAlembic, cancellation: Cancellation))).Problem.ShouldContain("is empty");

    [Fact]
    public async Task Takes_the_journal_of_DbUp_over_and_leaves_it_there()
    {
        var url = await databases.NewAsync();
        using var scripts = new ScriptFolder().With("0001_a", "create table a (id int);").With("0002_b", "alter table a add b text;", "alter table a drop b");
        DeployChanges.To.PostgresqlDatabase(url.ToConnectionString()).WithScriptsFromFileSystem(scripts.Options.ScriptsFolder, file => !file.EndsWith(".undo.sql", StringComparison.Ordinal))
            .WithVariablesDisabled().LogToNowhere().Build().PerformUpgrade().Successful.ShouldBeTrue();
        scripts.With("0003_c", "alter table a add c text;", "alter table a drop c");

        var before = await Migrator.StatusAsync(url, scripts.Options, Cancellation);
        var report = await Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation);
        var undone = await Migrator.UndoAsync(url, "0001", scripts.Options, cancellation: Cancellation);

        (before.Head, string.Join(' ', before.Pending)).ShouldBe(("0002_b", "0003_c"));
        (report.AlreadyApplied, report.Head, undone.Head).ShouldBe((2, "0003_c", "0001_a"));
        (await url.QueryAsync<string>("select string_agg(script_name || ' ' || kind, ', ' order by id) from delivery.journal")).ShouldBe("0001_a adopted, 0002_b adopted, 0003_c script");
        (await url.QueryAsync<long>("select count(*) from schemaversions")).ShouldBe(2);
    }

    [Fact]
    public async Task Refuses_a_journal_of_DbUp_that_knows_other_scripts()
    {
        var url = await databases.NewAsync();
        await url.ExecuteAsync("create table schemaversions (schemaversionsid serial, scriptname varchar(255), applied timestamp); insert into schemaversions (scriptname, applied) values ('Other.Scripts.Seed.sql', now())");
        using var scripts = new ScriptFolder().With("0001_a", "create table a (id int);");

        var error = await Should.ThrowAsync<JournalDisagrees>(() => Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation));

        error.Problem.ShouldContain("missing: Other.Scripts.Seed.sql");
        (await url.QueryAsync<bool>("select to_regnamespace('delivery') is null")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("""
        drop function delivery.applied; drop function delivery.held_locks;
        alter table delivery.journal drop column locks, drop constraint journal_outcome_check;
        alter table delivery.journal add check (outcome in ('started', 'applied', 'undoing', 'undone'));
        """)]
    [InlineData("drop function delivery.applied")]
    public async Task Brings_a_journal_of_an_older_format_up_to_date(string older)
    {
        var url = await databases.NewAsync();
        using var scripts = new ScriptFolder().With("0001_a", "create table a (id int);");
        await Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation);
        await url.ExecuteAsync(older);
        scripts.With("0002_b", "alter table a add b int").With("R__v", "create or replace view v as select 1");

        (await Migrator.StatusAsync(url, scripts.Options, Cancellation)).Head.ShouldBe("0001_a");
        await Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation);
        scripts.With("R__v", "create or replace view v as select 1, 2 as b");
        await Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation);

        (await url.QueryAsync<string>("select locks from delivery.journal where script_name = '0002_b'")).ShouldBe("AccessExclusiveLock public.a");
    }

    [Fact]
    public void Finds_who_still_calls_Alembic()
    {
        using var folder = TemporaryFolder.Create();
        Directory.CreateDirectory(Path.Combine(folder.Path, "app"));
        File.WriteAllText(Path.Combine(folder.Path, "start.sh"), "set -e\nalembic upgrade head\n");
        File.WriteAllText(Path.Combine(folder.Path, "app", "main.py"), "from alembic import command\ncommand.upgrade(config, 'head')\n");
        File.WriteAllText(Path.Combine(folder.Path, "README"), "alembic is not used\n");

        AlembicCallers.Find(folder.Path).ShouldBe([$"app{Path.DirectorySeparatorChar}main.py:2", "start.sh:2"]);
    }

    private async Task<DatabaseUrl> AlembicsAsync()
    {
        var url = await databases.NewFromAsync(ScriptSet.Load()[0].Sql);
        await url.ExecuteAsync($"create table alembic_version (version_num varchar(32) primary key); insert into alembic_version values ('{Revision}')");
        return url;
    }
}
