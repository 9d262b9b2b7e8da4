using JobSwipe.Tools.Postgres;

namespace JobSwipe.Migrations.Tests;

public sealed class MigratorTests(TestPostgres databases)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Applies_what_is_pending_and_then_nothing()
    {
        var url = await databases.NewAsync();
        using var scripts = new ScriptFolder().With("0001_a", "create table a (id int);").With("0002_b", "alter table a add b text;");
        var said = new List<string>();

        var first = await Migrator.MigrateAsync(url, scripts.Options, said.Add, Cancellation);
        scripts.With("0003_c", "alter table a add c text;");
        var second = await Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation);
        var third = await Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation);

        first.Applied.Select(script => script.Name).ShouldBe(["0001_a", "0002_b"]);
        said.Select(line => line.Split(' ')[0]).ShouldBe(["0001_a", "0002_b"]);
        (second.Applied.Single().Name, second.AlreadyApplied, second.Head).ShouldBe(("0003_c", 2, "0003_c"));
        (third.Applied.Count, third.AlreadyApplied, third.Head).ShouldBe((0, 3, "0003_c"));
        (await Migrator.HeadAsync(url, Cancellation)).ShouldBe("0003_c");
    }

    [Fact]
    public async Task Writes_who_what_when_and_for_which_release_into_the_journal()
    {
        var url = await databases.NewAsync();
        using var scripts = new ScriptFolder().With("0001_a", "-- phase: contract\ncreate table a (id int);");

        await Migrator.MigrateAsync(url, scripts.Options with { Release = "1.2.3", Commit = "abc", BackupId = "b", Actor = "me" }, cancellation: Cancellation);

        (await url.QueryAsync<string>("select concat_ws(' ', script_name, sha256, kind, phase, actor, commit, release, backup_id, outcome) from delivery.journal"))
            .ShouldBe($"0001_a {ScriptSet.Load(scripts.Options.ScriptsFolder)[0].Sha256} script contract me abc 1.2.3 b applied");
        (await url.QueryAsync<bool>("select duration_ms >= 0 and runner_version <> '' and abs(extract(epoch from now() - started_at)) < 60 from delivery.journal")).ShouldBeTrue();
    }

    [Fact]
    public async Task Stops_at_the_script_it_is_told()
    {
        var url = await databases.NewAsync();
        using var scripts = new ScriptFolder().With("0001_a", "select 1").With("0002_b", "select 2").With("0003_c", "select 3");

        await Migrator.MigrateAsync(url, scripts.Options with { To = "2" }, cancellation: Cancellation);

        (await Migrator.StatusAsync(url, scripts.Options, Cancellation)).Pending.ShouldBe(["0003_c"]);
        var error = await Should.ThrowAsync<ScriptUnknown>(() => Migrator.MigrateAsync(url, scripts.Options with { To = "0009" }, cancellation: Cancellation));
        error.Remedy.ShouldContain("0003_c");
    }

    [Fact]
    public async Task Runs_each_script_once_when_five_runners_come_at_once()
    {
        var url = await databases.NewAsync();
        using var scripts = new ScriptFolder().With("0001_a", "create table a (id int generated always as identity, who text);");
        for (var number = 2; number <= 20; number++) scripts.With($"{number:0000}_row", $"insert into a (who) values ('{number}');");
        // A concurrent build among them: a runner that waits for the lock must not wait inside a snapshot.
        scripts.With("0021_index", "-- transaction: none\ncreate index concurrently on a (who);");

        var reports = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation))));

        reports.Sum(report => report.Applied.Count).ShouldBe(21);
        reports.ShouldAllBe(report => report.Head == "0021_index");
        (await url.QueryAsync<long>("select count(*) from a")).ShouldBe(19);
        (await url.QueryAsync<long>("select count(*) from delivery.journal where outcome = 'applied'")).ShouldBe(21);
    }

    [Fact]
    public async Task Says_who_holds_the_lock_when_waiting_was_in_vain()
    {
        var url = await databases.NewAsync();
        using var scripts = new ScriptFolder().With("0001_a", "select 1");
        await using var other = await Running.RunnerLock.AcquireAsync(url, TimeSpan.FromSeconds(5), _ => { }, Cancellation);

        var error = await Should.ThrowAsync<MigrationLocked>(() => Migrator.MigrateAsync(url, scripts.Options with { RunnerTimeout = TimeSpan.Zero }, cancellation: Cancellation));

        error.Problem.ShouldContain("pid ");
        error.Problem.ShouldContain("jobswipe-delivery");
    }

    [Fact]
    public async Task Refuses_a_changed_a_missing_and_a_late_script_and_names_them_all()
    {
        var url = await databases.NewAsync();
        using var scripts = new ScriptFolder().With("0001_a", "select 1").With("0002_b", "select 2").With("0003_c", "select 3").With("0004_d", "select 4");
        await Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation);
        scripts.With("0002_b", "select 22").With("0003_other", "select 3").With("0005_e", "create table e (id int)");
        scripts.Remove("0003_c");

        var error = await Should.ThrowAsync<JournalDisagrees>(() => Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation));

        error.Problem.ShouldContain("changed: 0002_b");
        error.Problem.ShouldContain("missing: 0003_c");
        error.Problem.ShouldContain("out of order: 0003_other");
        (await url.QueryAsync<bool>("select to_regclass('e') is null")).ShouldBeTrue();
    }

    [Fact]
    public async Task Refuses_a_database_that_has_tables_and_no_journal()
    {
        var url = await databases.NewAsync();
        await url.ExecuteAsync("create table somebodys (id int)");

        var error = await Should.ThrowAsync<DatabaseNotJournalled>(() => Migrator.MigrateAsync(url, cancellation: Cancellation));

        error.Problem.ShouldContain(url.Database);
        (await url.QueryAsync<bool>("select to_regnamespace('delivery') is null")).ShouldBeTrue();
    }

    [Fact]
    public async Task Status_and_head_change_nothing()
    {
        var url = await databases.NewAsync();

        (await Migrator.HeadAsync(url, Cancellation)).ShouldBeNull();
        (await Migrator.StatusAsync(url, cancellation: Cancellation)).Pending.Count.ShouldBe(7);

        (await url.QueryAsync<bool>("select to_regnamespace('delivery') is null")).ShouldBeTrue();
    }

    [Fact]
    public async Task Names_server_and_database_that_do_not_answer_but_never_the_password()
    {
        var url = DatabaseUrl.Parse("postgresql://user:hush@127.0.0.1:1/jobs");

        var error = await Should.ThrowAsync<DatabaseUnreachable>(() => Migrator.MigrateAsync(url, cancellation: Cancellation));

        error.Problem.ShouldContain("127.0.0.1:1/jobs");
        error.ToString().ShouldNotContain("hush");
    }

    [Fact]
    public async Task Says_that_the_password_is_wrong()
    {
        var url = databases.Cluster.Url with { Password = "hush" };

        var error = await Should.ThrowAsync<DatabaseLoginRefused>(() => Migrator.MigrateAsync(url, cancellation: Cancellation));

        error.Problem.ShouldContain(url.User);
        error.ToString().ShouldNotContain("hush");
        (await Should.ThrowAsync<DatabaseLoginRefused>(() => Migrator.HeadAsync(url with { Password = null }, Cancellation))).Problem.ShouldContain("password");
    }

    [Fact]
    public async Task Says_that_there_is_no_such_database() =>
        (await Should.ThrowAsync<DatabaseMissing>(() => Migrator.MigrateAsync(databases.Cluster.Url.WithDatabase("nowhere"), cancellation: Cancellation)))
            .Problem.ShouldContain("'nowhere'");
}
