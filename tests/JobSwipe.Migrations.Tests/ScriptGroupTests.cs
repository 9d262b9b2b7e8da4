using JobSwipe.Migrations.Running;
using JobSwipe.Migrations.Sql;
using JobSwipe.Tools.Postgres;
using Npgsql;

namespace JobSwipe.Migrations.Tests;

/// <summary>Scripts that go to the server in one round trip.</summary>
public sealed class ScriptGroupTests(TestPostgres databases)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("create table half (id int);\n\ninsert into half values (1, wrong);", 3, PostgresErrorCodes.UndefinedColumn)]
    [InlineData("create table half (id int unique deferrable initially deferred);\ninsert into half values (1), (1);", 1, PostgresErrorCodes.UniqueViolation)]
    public async Task Those_before_one_that_fails_are_applied_and_nothing_after_it_runs(string bad, int line, string state)
    {
        var url = await databases.NewAsync();
        using var scripts = new ScriptFolder().With("0001_a", "create table a (id int);").With("0002_b", "create table b (id int);").With("0003_bad", bad).With("0004_d", "create table d (id int);");
        var said = new List<string>();

        var error = await Should.ThrowAsync<MigrationFailed>(() => Migrator.MigrateAsync(url, scripts.Options, said.Add, Cancellation));

        (error.File, error.Line, error.SqlState).ShouldBe(("0003_bad.sql", line, state));
        error.Message.ShouldContain($"0003_bad.sql:{line}:");
        said.Select(text => text.Split(' ')[0]).ShouldBe(["0001_a", "0002_b"]);
        (await JournalAsync(url)).ShouldBe("0001_a 0002_b");
        (await TablesAsync(url)).ShouldBe("a b");
    }

    [Fact]
    public async Task One_that_gets_no_lock_is_tried_again_with_those_after_it_only()
    {
        var url = await databases.NewAsync();
        using var scripts = new ScriptFolder().With("0001_a", "create table a (id int);").With("0002_b", "create table b (id int);")
            .With("0003_c", "alter table a add c int;").With("0004_d", "create table d (id int);");
        await Migrator.MigrateAsync(url, scripts.Options with { To = "1" }, cancellation: Cancellation);
        await using var reader = await url.OpenAsync(Cancellation);
        await using var transaction = await reader.BeginTransactionAsync(Cancellation);
        await using (var read = new NpgsqlCommand("select count(*) from a", reader)) await read.ExecuteScalarAsync(Cancellation);
        var said = new List<string>();
        var waiting = new TaskCompletionSource();

        var run = Migrator.MigrateAsync(url, scripts.Options with { LockTimeout = TimeSpan.FromMilliseconds(50) }, line =>
        {
            said.Add(line);
            if (line.Contains("attempt 2")) waiting.TrySetResult();
        }, Cancellation);
        await waiting.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        var meanwhile = await TablesAsync(url);
        await transaction.RollbackAsync(Cancellation);
        var report = await run;

        meanwhile.ShouldBe("a b");
        said[0].ShouldStartWith("0002_b applied");
        said[1].ShouldStartWith("0003_c.sql did not get its lock");
        report.Applied.Select(script => script.Name).ShouldBe(["0002_b", "0003_c", "0004_d"]);
        report.Applied[1].Attempts.ShouldBeGreaterThanOrEqualTo(2);
        (report.Applied[0].Attempts, report.Applied[2].Attempts).ShouldBe((1, 1));
        (await url.QueryAsync<string>("select string_agg(concat_ws(' ', script_name, locks), ', ' order by id) from delivery.journal"))
            .ShouldBe("0001_a , 0002_b , 0003_c AccessExclusiveLock public.a, 0004_d ");
    }

    [Fact]
    public async Task What_one_sets_or_forgets_does_not_reach_the_next()
    {
        var url = await databases.NewAsync();
        using var scripts = new ScriptFolder()
            .With("0001_a", "create schema elsewhere; set search_path to elsewhere; create table a (id int); discard plans; deallocate all; set statement_timeout = 300;")
            .With("0002_b", "create table b (id int); select set_config('search_path', 'elsewhere', false);")
            .With("0003_c", "create table c (id int); select pg_sleep(0.4);");

        await Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation);

        (await TablesAsync(url)).ShouldBe("b c");
        (await JournalAsync(url)).ShouldBe("0001_a 0002_b 0003_c");
    }

    [Fact]
    public async Task One_that_is_cancelled_leaves_those_before_it_applied()
    {
        var url = await databases.NewAsync();
        using var scripts = new ScriptFolder().With("0001_a", "create table a (id int);").With("0002_b", "create table b (id int); select pg_sleep(60);").With("0003_c", "create table c (id int);");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var said = new List<string>();

        var run = Migrator.MigrateAsync(url, scripts.Options, said.Add, stop.Token);
        while (!await url.QueryAsync<bool>("select exists (select from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep')"))
            run.IsCompleted.ShouldBeFalse();
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => run);
        said.ShouldHaveSingleItem().ShouldStartWith("0001_a applied");
        (await TablesAsync(url)).ShouldBe("a");
    }

    [Fact]
    public async Task More_scripts_than_a_group_takes_large_ones_and_such_without_a_transaction_run_in_their_order()
    {
        var url = await databases.NewAsync();
        using var scripts = new ScriptFolder().With("0001_a", "create table a (id int generated always as identity, n int);");
        for (var number = 2; number <= 60; number++)
        {
            var sql = $"insert into a (n) values ({number});";
            scripts.With($"{number:0000}_n", number % 20 == 0 ? "-- transaction: none\n" + sql : number % 25 == 0 ? $"{sql} -- {new string('x', 20_000)}" : sql);
        }

        var report = await Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation);

        report.Applied.Select(script => script.Name).ShouldBe(ScriptSet.Load(scripts.Options.ScriptsFolder).Select(script => script.Name));
        (await url.QueryAsync<bool>("select bool_and(n = id + 1) and count(*) = 59 from a")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("create table a (id int primary key, n numeric(10, 2) default now())", false)]
    [InlineData("create table a (b int references b (id))", true)]
    [InlineData("create table a partition of b default", true)]
    [InlineData("insert into a values (1, 'x(')", false)]
    [InlineData("insert into public.a (id, n) values (1, 2), (3, 4)", false)]
    [InlineData("insert into a select lock_all()", true)]
    [InlineData("insert into a values (\"Lock\"())", true)]
    [InlineData("update a set n = 1 where id in (1, 2)", false)]
    [InlineData("delete from a where f (id)", true)]
    [InlineData("alter table a add b int", true)]
    [InlineData("select f()", true)]
    [InlineData("with x as (select 1) insert into a table x", true)]
    public void Locks_are_looked_for_where_a_statement_may_take_them(string sql, bool may) => ForeignLocks.MayTake(SqlStatement.Split(sql).Single()).ShouldBe(may);

    private static Task<string> JournalAsync(DatabaseUrl url) => url.QueryAsync<string>("select string_agg(script_name, ' ' order by id) from delivery.journal where outcome = 'applied'");

    private static Task<string> TablesAsync(DatabaseUrl url) => url.QueryAsync<string>("select string_agg(relname, ' ' order by relname) from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace");
}
