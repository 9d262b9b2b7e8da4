using System.Collections.Concurrent;
using System.Diagnostics;
using JobSwipe.Tools.Postgres;
using Npgsql;

namespace JobSwipe.Migrations.Tests;

public sealed class TrafficTests(TestPostgres databases)
{
    private static readonly TimeSpan LockTimeout = TimeSpan.FromMilliseconds(200);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Waits_no_longer_behind_a_migration_than_its_lock_timeout()
    {
        var url = await databases.NewAsync();
        using var scripts = new ScriptFolder().With("0001_a", "create table a (id int primary key, n int); insert into a select n, 0 from generate_series(1, 100) n; create table aside as select * from a;").With("0002_b", "alter table a add b int;");
        await Migrator.MigrateAsync(url, scripts.Options with { To = "1" }, cancellation: Cancellation);
        await using var reader = await url.OpenAsync(Cancellation);
        await using var longTransaction = await reader.BeginTransactionAsync(Cancellation);
        await using (var read = new NpgsqlCommand("select count(*) from a", reader)) await read.ExecuteScalarAsync(Cancellation);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var waits = new ConcurrentBag<TimeSpan>();
        // What a table aside waits for is the machine, not the migration.
        var aside = new ConcurrentBag<TimeSpan>();
        Task[] workload = [.. Enumerable.Range(1, 4).Select(worker => WorkAsync(url, "a", worker, waits, stop.Token)), WorkAsync(url, "aside", 1, aside, stop.Token)];
        var attempts = new TaskCompletionSource();

        var run = Migrator.MigrateAsync(url, scripts.Options with { LockTimeout = LockTimeout }, line => { if (line.Contains("attempt 5")) attempts.TrySetResult(); }, Cancellation);
        await attempts.Task.WaitAsync(TimeSpan.FromSeconds(60), Cancellation);
        await longTransaction.RollbackAsync(Cancellation);
        var report = await run;
        await stop.CancelAsync();
        await Task.WhenAll(workload);

        report.Applied.Single().Attempts.ShouldBeGreaterThanOrEqualTo(5);
        waits.Count.ShouldBeGreaterThan(100);
        waits.Max().ShouldBeGreaterThan(LockTimeout / 2, "it never queued, so nothing was tested");
        waits.Max().ShouldBeLessThan(LockTimeout + TimeSpan.FromMilliseconds(300) + aside.Max());
    }

    [Fact]
    public async Task A_run_ends_at_its_deadline()
    {
        var url = await databases.NewAsync();
        using var scripts = new ScriptFolder().With("0001_a", "create table a (id int);").With("0002_b", "select pg_sleep(0.3);").With("0003_c", "create table c (id int);");

        var error = await Should.ThrowAsync<MigrationDeadline>(() => Migrator.MigrateAsync(url, scripts.Options with { Deadline = TimeSpan.FromMilliseconds(250) }, cancellation: Cancellation));

        error.Problem.ShouldContain("0003_c.sql");
        (await Migrator.HeadAsync(url, Cancellation)).ShouldBe("0002_b");
    }

    private static async Task WorkAsync(DatabaseUrl url, string table, int worker, ConcurrentBag<TimeSpan> waits, CancellationToken stop)
    {
        await using var connection = await url.OpenAsync(CancellationToken.None);
        await using var command = new NpgsqlCommand($"update {table} set n = n + 1 where id = {worker}", connection);
        while (!stop.IsCancellationRequested)
        {
            var clock = Stopwatch.GetTimestamp();
            await command.ExecuteNonQueryAsync(CancellationToken.None);
            waits.Add(Stopwatch.GetElapsedTime(clock));
        }
    }
}
