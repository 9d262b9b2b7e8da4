using JobSwipe.Migrations.Rehearsals;
using JobSwipe.Storage;
using JobSwipe.Tools;
using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Migrations.Tests;

public sealed class RehearsalTests(TestPostgres databases)
{
    // A busy machine holds every lock for longer; only what is tested for its time is held to a short one.
    private static readonly RehearsalLimits Limits = new() { LargeTableRows = 1000, LongestAccessExclusive = TimeSpan.FromMinutes(1) };
    private static readonly RehearsalLimits Short = Limits with { LongestAccessExclusive = TimeSpan.FromMilliseconds(150) };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sees_what_PostgreSQL_does_and_not_what_the_text_looks_like()
    {
        using var scripts = Table()
            .With("0002_gentle", """
                alter table big alter c type varchar(20);
                alter table big alter c type text;
                set local timezone = 'UTC';
                alter table big alter at type timestamptz;
                alter table big add constraint big_id check (id > 0) not valid;
                """, "alter table big drop constraint big_id;\nset local timezone = 'UTC';\nalter table big alter at type timestamp, alter c type varchar(10);")
            .With("0003_hidden", "do $$ begin execute 'alter table big alter id type bigint'; end $$;", "alter table big alter id type int;")
            .With("0004_rows", "update big set c = 'x' where id <= 1500;", "select 1;")
            .With("0005_trigger", "create function f() returns trigger language plpgsql as 'begin return new; end';\ncreate trigger t before insert on big for each row execute function f();",
                "drop trigger t on big; drop function f;");

        var report = await RehearseAsync(scripts);

        report.Scripts.Select(script => script.Name).ShouldBe(["0002_gentle", "0003_hidden", "0004_rows", "0005_trigger"]);
        report.Scripts[0].Statements.SelectMany(statement => statement.Tables).ShouldNotContain(table => table.Rewritten);
        report.Scripts[0].Held.ShouldContain(held => held.Table == "public.big" && held.Mode == "AccessExclusiveLock" && held.Rows == 5000);
        report.Scripts[1].Statements[0].Tables.Single().Rewritten.ShouldBeTrue();
        report.Scripts[2].Statements[0].Tables.Single().Changed.ShouldBe(1500);
        report.Scripts[2].Held.ShouldBeEmpty();
        report.Scripts[3].Statements[1].Locks.ShouldBe([new TableLock("public.big", "ShareRowExclusiveLock")]);
        report.Violations.ShouldBe(["0003_hidden.sql:1: rewrites public.big, which has 5,000 rows"]);
        RehearsalTable.Lines(report).ShouldContain(line => line.Contains("public.big: rewritten"));
        Json.Read<RehearsalReport>(Json.Write(report), "report").Violations.ShouldBe(report.Violations);
    }

    [Fact]
    public async Task Measures_the_time_under_a_lock_to_the_end_of_its_transaction()
    {
        using var scripts = Table().With("0002_slow", "alter table big add d int;\nselect pg_sleep(0.3);", "alter table big drop d;");

        var report = await RehearseAsync(scripts, limits: Short);

        report.Scripts[0].Statements[0].Milliseconds.ShouldBeLessThan(report.Scripts[0].Held[0].Milliseconds);
        report.Violations.Single().ShouldStartWith("0002_slow.sql: nobody can read public.big, which has 5,000 rows, for ");
    }

    [Fact]
    public async Task Watches_scripts_without_a_transaction()
    {
        using var scripts = Table()
            .With("0002_index", "-- transaction: none\ncreate index concurrently big_c on big (c);\nupdate big set c = c where id < 100;", "-- transaction: none\ndrop index concurrently if exists big_c;")
            .With("0003_batches", "-- transaction: none\ndo $$ begin lock table big; update big set c = 'y'; perform pg_sleep(0.4); commit; end $$", "select 1");

        var report = await RehearseAsync(scripts, limits: Short);

        report.Scripts[0].Statements[1].Tables.Single().Changed.ShouldBe(99);
        report.Scripts[1].Statements[0].Tables.Single().Changed.ShouldBe(5000);
        report.Scripts[1].Held.Single().Milliseconds.ShouldBeGreaterThan(150);
        report.Violations.Single().ShouldStartWith("0003_batches.sql: nobody can read public.big");
    }

    [Fact]
    public async Task Tells_a_truncation_from_a_rewrite_and_leaves_small_and_new_tables_alone()
    {
        using var scripts = Table()
            .With("0002_b", "create table small (id int); insert into small values (1); alter table small alter id type bigint;\ntruncate big;", "drop table small;");

        var report = await RehearseAsync(scripts);

        report.Scripts[0].Statements[^1].Tables.Single().ShouldSatisfyAllConditions(table => table.Emptied.ShouldBeTrue(), table => table.Rewritten.ShouldBeFalse());
        report.Passed.ShouldBeTrue(string.Join('\n', report.Violations));
    }

    [Fact]
    public async Task Fails_when_an_undo_is_missing_or_does_not_lead_back_or_a_script_is_refused()
    {
        using var missing = Table().With("0002_b", "alter table big add d int;");
        using var wrong = Table().With("0002_b", "alter table big add d int;", "select 1;");
        using var refused = Table().With("0002_b", "alter table big add constraint one check (id = 1);", "select 1;");

        (await RehearseAsync(missing)).Violations.Single().ShouldContain("no undo");
        (await RehearseAsync(wrong)).Violations.Single().ShouldContain("+ column public.big.d");
        var report = await RehearseAsync(refused);
        report.Violations.Single().ShouldContain("0002_b.sql:1:");
        report.Pending.Single().Name.ShouldBe("0002_b");
    }

    [Fact]
    public async Task Copies_a_database_with_its_time_zone_and_its_journal()
    {
        var url = await databases.NewAsync();
        using var scripts = Table();
        await Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation);
        await url.ExecuteAsync($"alter database {url.Database} set timezone = 'Asia/Kolkata'");
        scripts.With("0002_zone", "alter table big alter at type timestamptz;", "alter table big alter at type timestamp;");

        var report = await MigrationRehearsal.RunAsync(
            cancellation => DatabaseCopy.TakeAsync(url, databases.Cluster.Url, "copied_" + url.Database, cancellation), scripts.Options, Limits, cancellation: Cancellation);

        (report.From, report.Pending.Single().Name).ShouldBe(("0001_big", "0002_zone"));
        report.Violations.Single().ShouldContain("rewrites public.big");
        (await Migrator.HeadAsync(url, Cancellation)).ShouldBe("0001_big", "the source is only read");
    }

    [Fact]
    public async Task A_release_that_does_not_work_on_the_new_schema_fails_it()
    {
        using var scripts = Table().With("0002_b", "alter table big rename c to d;", "alter table big rename d to c;");

        var report = await RehearseAsync(scripts, async (url, _) =>
        {
            try { await url.ExecuteAsync("select c from big"); }
            catch (Npgsql.PostgresException broken) { throw new DeliveryError(broken.MessageText, ""); }
        });

        report.Violations.Single().ShouldContain("release before");
    }

    [Fact]
    public async Task Its_proof_is_good_for_exactly_these_scripts_for_a_day()
    {
        using var folder = TemporaryFolder.Create();
        var store = new DirectoryObjectStore(folder.Path);
        var clock = new Clock { Now = new DateTimeOffset(2026, 5, 4, 12, 0, 0, TimeSpan.Zero) };
        using var scripts = Table().With("0002_b", "alter table big add d int;", "alter table big drop d;");
        var pending = ScriptSet.Load(scripts.Options.ScriptsFolder).Skip(1).ToArray();
        (await MissingAsync(pending)).ShouldContain("there was none");
        await RehearsalProof.RequireAsync(store, "production", [], clock, Cancellation);

        await RehearsalProof.SaveAsync(store, "production", await RehearseAsync(scripts), clock, Cancellation);
        await RehearsalProof.RequireAsync(store, "production", pending, clock, Cancellation);

        (await MissingAsync([.. pending.Select(script => script with { Sql = script.Sql + " " }).Select(script => new MigrationScript(script.Name, script.Sql, script.Undo))])).ShouldContain("other scripts");
        (await MissingAsync([new MigrationScript("0002_b", pending[0].Sql, "select 1")])).ShouldContain("other text");
        await Should.ThrowAsync<RehearsalMissing>(() => RehearsalProof.RequireAsync(store, "staging", pending, clock, Cancellation));
        clock.Now += TimeSpan.FromHours(25);
        (await MissingAsync(pending)).ShouldContain("25 h old");

        async Task<string> MissingAsync(IReadOnlyList<MigrationScript> wanted) =>
            (await Should.ThrowAsync<RehearsalMissing>(() => RehearsalProof.RequireAsync(store, "production", wanted, clock, Cancellation))).Problem;
    }

    private static ScriptFolder Table() => new ScriptFolder().With("0001_big",
        "create table big (id int primary key, c varchar(10), at timestamp); insert into big select n, n, now() from generate_series(1, 5000) n;", "drop table big;");

    private async Task<RehearsalReport> RehearseAsync(ScriptFolder scripts, Func<DatabaseUrl, CancellationToken, Task>? former = null, RehearsalLimits? limits = null)
    {
        var url = await databases.NewAsync();
        await Migrator.MigrateAsync(url, scripts.Options with { To = "0001" }, cancellation: Cancellation);
        return await MigrationRehearsal.RunAsync(_ => Task.FromResult(new RehearsalCopy(url, "a test")), scripts.Options, limits ?? Limits, former, cancellation: Cancellation);
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
