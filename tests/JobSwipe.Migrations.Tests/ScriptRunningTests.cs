using JobSwipe.Tools.Postgres;
using Npgsql;

namespace JobSwipe.Migrations.Tests;

public sealed class ScriptRunningTests(TestPostgres databases)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rolls_a_script_back_whole_and_says_where_it_failed()
    {
        var url = await databases.NewAsync();
        using var scripts = new ScriptFolder()
            .With("0001_good", "create table good (id int);")
            .With("0002_bad", "-- what for\ncreate table half (id int);\n\ninsert into half\n  values (1, 'é', wrong);\n");

        var error = await Should.ThrowAsync<MigrationFailed>(() => Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation));

        (error.File, error.Line, error.Column, error.SqlState).ShouldBe(("0002_bad.sql", 5, 19, PostgresErrorCodes.UndefinedColumn));
        error.Message.ShouldContain("0002_bad.sql:5:19");
        (await url.QueryAsync<bool>("select to_regclass('half') is null")).ShouldBeTrue();
        (await Migrator.HeadAsync(url, Cancellation)).ShouldBe("0001_good");
    }

    [Fact]
    public async Task Says_what_is_done_when_a_script_without_a_transaction_fails_and_starts_it_again()
    {
        var url = await databases.NewAsync();
        using var scripts = new ScriptFolder().With("0001_a", "-- transaction: none\ncreate table if not exists a (id int);\nselect 1 / (select count(*) from a);");

        var error = await Should.ThrowAsync<MigrationFailed>(() => Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation));
        await url.ExecuteAsync("insert into a values (1)");
        var status = await Migrator.StatusAsync(url, scripts.Options, Cancellation);
        await Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation);

        (error.Line, error.SqlState).ShouldBe((3, PostgresErrorCodes.DivisionByZero));
        error.Remedy.ShouldContain("starts again");
        status.Interrupted.ShouldBe(["0001_a"]);
        (await Migrator.HeadAsync(url, Cancellation)).ShouldBe("0001_a");
    }

    [Fact]
    public async Task Takes_bodies_quotes_comments_and_text_that_looks_like_variables()
    {
        var url = await databases.NewAsync();
        using var scripts = new ScriptFolder().With("0001_a", """
            /* a /* nested */ comment; with a semicolon */
            create function a() returns text language plpgsql as $body$ begin return '$variable$ :name @name; ' || $$x;y$$; end $body$;
            create function b(x int) returns int language sql begin atomic select case when x > 0 then 1 else 2 end; select 3; end;
            create table "odd;name" (t text default 'it''s; fine', u text default E'a\'b;');
            insert into "odd;name" values (a(), U&'\0041;');
            """);

        await Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation);

        (await url.QueryAsync<string>("""select t || u || b(1) from "odd;name" """)).ShouldBe("$variable$ :name @name; x;yA;3");
    }

    [Fact]
    public async Task Keeps_the_settings_of_a_script_out_of_the_next_one()
    {
        var url = await databases.NewAsync();
        using var scripts = new ScriptFolder()
            .With("0001_a", "create schema elsewhere; set search_path to elsewhere;")
            .With("0002_b", "create table b (id int);");

        await Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation);

        (await url.QueryAsync<bool>("select to_regclass('public.b') is not null")).ShouldBeTrue();
    }

    [Fact]
    public async Task Tries_again_when_a_table_is_locked_and_lets_traffic_pass_meanwhile()
    {
        var url = await databases.NewAsync();
        using var scripts = new ScriptFolder().With("0001_a", "create table a (id int);").With("0002_b", "alter table a add b int;");
        await Migrator.MigrateAsync(url, scripts.Options with { To = "1" }, cancellation: Cancellation);
        await using var reader = await url.OpenAsync(Cancellation);
        await using var transaction = await reader.BeginTransactionAsync(Cancellation);
        await using (var read = new NpgsqlCommand("select count(*) from a", reader)) await read.ExecuteScalarAsync(Cancellation);
        var waiting = new TaskCompletionSource();

        var run = Migrator.MigrateAsync(url, scripts.Options with { LockTimeout = TimeSpan.FromMilliseconds(50) },
            line => { if (line.Contains("attempt 3")) waiting.TrySetResult(); }, Cancellation);
        await waiting.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        await url.ExecuteAsync("set lock_timeout = '5s'; select count(*) from a");
        await transaction.RollbackAsync(Cancellation);

        (await run).Applied.Single().Attempts.ShouldBeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public async Task Gives_up_on_a_lock_after_the_time_it_is_given()
    {
        var url = await databases.NewAsync();
        using var scripts = new ScriptFolder().With("0001_a", "create table a (id int);").With("0002_b", "alter table a add b int;");
        await Migrator.MigrateAsync(url, scripts.Options with { To = "1" }, cancellation: Cancellation);
        await using var reader = await url.OpenAsync(Cancellation);
        await using var transaction = await reader.BeginTransactionAsync(Cancellation);
        await using (var read = new NpgsqlCommand("select count(*) from a", reader)) await read.ExecuteScalarAsync(Cancellation);

        var error = await Should.ThrowAsync<MigrationLockTimeout>(() => Migrator.MigrateAsync(url,
            scripts.Options with { LockTimeout = TimeSpan.FromMilliseconds(20), RetryFor = TimeSpan.Zero }, cancellation: Cancellation));

        error.Problem.ShouldContain("0002_b.sql");
        (await Migrator.HeadAsync(url, Cancellation)).ShouldBe("0001_a");
    }

    [Fact]
    public async Task Stops_a_statement_that_runs_too_long_unless_the_header_allows_it()
    {
        var url = await databases.NewAsync();
        using var scripts = new ScriptFolder()
            .With("0001_a", "-- statement-timeout: none\nselect pg_sleep(0.2);")
            .With("0002_b", "select pg_sleep(30);");

        var error = await Should.ThrowAsync<MigrationFailed>(() => Migrator.MigrateAsync(url,
            scripts.Options with { StatementTimeout = TimeSpan.FromMilliseconds(100) }, cancellation: Cancellation));

        (error.File, error.SqlState).ShouldBe(("0002_b.sql", PostgresErrorCodes.QueryCanceled));
    }

    [Fact]
    public async Task Says_that_the_connection_was_lost_and_the_next_run_goes_on()
    {
        var url = await databases.NewAsync();
        using var scripts = new ScriptFolder()
            .With("0001_a", "create table a (id int);")
            .With("0002_b", "create table b (id int); select pg_terminate_backend(pg_backend_pid()) where current_setting('jobswipe.kill', true) is null;");

        var error = await Should.ThrowAsync<MigrationInterrupted>(() => Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation));
        await url.ExecuteAsync($"alter database {url.Database} set jobswipe.kill = 'no'");
        var report = await Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation);

        error.Problem.ShouldContain("0002_b.sql");
        report.Applied.Select(script => script.Name).ShouldBe(["0002_b"]);
    }

    [Fact]
    public async Task Stops_when_it_is_cancelled_and_leaves_the_script_unapplied()
    {
        var url = await databases.NewAsync();
        using var scripts = new ScriptFolder().With("0001_a", "create table a (id int); select pg_sleep(60);");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        var run = Migrator.MigrateAsync(url, scripts.Options, cancellation: stop.Token);
        while (!await url.QueryAsync<bool>("select exists (select from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep')"))
            run.IsCompleted.ShouldBeFalse();
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => run);
        (await url.QueryAsync<bool>("select to_regclass('a') is null")).ShouldBeTrue();
        (await Migrator.HeadAsync(url, Cancellation)).ShouldBeNull();
    }
}
