using System.Collections.Concurrent;
using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Migrations.Tests;

public sealed class KillTests(TestPostgres databases)
{
    private const int Points = 50;
    private const int Scripts = 40;
    private static readonly int[] WithoutTransaction = [4, 9, 20, 30, 31];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_runner_that_is_killed_at_any_of_50_points_leaves_nothing_that_the_next_run_does_not_notice()
    {
        using var scripts = Write();
        var names = ScriptSet.Load(scripts.Options.ScriptsFolder).Select(script => script.Name).ToArray();
        var free = new ConcurrentBag<DatabaseUrl>();

        await Parallel.ForAsync(1, Points + 1, new ParallelOptions { MaxDegreeOfParallelism = 3, CancellationToken = Cancellation }, async (point, _) =>
        {
            if (!free.TryTake(out var url)) url = await databases.NewAsync();
            var cut = (Cut)(point % 3);
            var where = $"killed at message {point}, {cut}";

            await KillAsync(url, scripts.Options.ScriptsFolder!, point, cut);

            var entries = (await StateAsync(url)).ToDictionary(entry => entry.Split(' ')[0], entry => entry.Split(' ')[1]);
            var tables = await url.QueryAsync<string[]>("select array(select relname::text from pg_class where relname ~ '^t[0-9]+$')");
            for (var number = 1; number <= Scripts; number++)
            {
                var done = tables.Contains($"t{number}");
                var outcome = entries.GetValueOrDefault(names[number - 1]);
                if (WithoutTransaction.Contains(number)) (done ? outcome is "started" or "applied" : outcome is null or "started").ShouldBeTrue($"{where}: {names[number - 1]} {done} {outcome}");
                else outcome.ShouldBe(done ? "applied" : null, $"{where}: {names[number - 1]}");
            }
            var report = await Migrator.MigrateAsync(url, scripts.Options, cancellation: Cancellation);
            report.Head.ShouldBe(names[Scripts - 1], where);
            (await StateAsync(url)).ShouldBe(names.Select(name => name + " applied"), where);
            (await url.QueryAsync<bool>($"select bool_and(indisvalid) and count(*) filter (where indexrelid::regclass::text like 'i%') = {WithoutTransaction.Length} from pg_index")).ShouldBeTrue(where);
            await url.ExecuteAsync("drop schema public, delivery cascade; create schema public");
            free.Add(url);
        });
    }

    private static ScriptFolder Write()
    {
        var scripts = new ScriptFolder();
        for (var number = 1; number <= Scripts; number++)
        {
            scripts.With($"{number:0000}_s", WithoutTransaction.Contains(number)
                ? $"-- transaction: none\ncreate table if not exists t{number} (id int);\ninsert into t{number} select 1 where not exists (select from t{number});\ncreate unique index concurrently if not exists i{number} on t{number} (id);"
                : $"create table t{number} (id int);\ninsert into t{number} values ({number});");
        }
        return scripts.With("R__v", "create or replace view v as select * from t1;");
    }

    private async Task KillAsync(DatabaseUrl url, string folder, int point, Cut cut)
    {
        RunningCommand? child = null;
        var started = new TaskCompletionSource();
        using var proxy = new CuttingProxy(url.Port, point, cut, () =>
        {
            started.Task.Wait();
            child!.Kill();
        });
        await using (child = RunningCommand.Start(ChildRunner.Of(url with { Port = proxy.Port }, folder)))
        {
            started.SetResult();
            await child.WaitAsync(Cancellation);
            proxy.HasCut.ShouldBeTrue($"it ended before message {point}: {child.Errors}");
        }
        // What was sent is still being done.
        while (await databases.Cluster.Url.QueryAsync<bool>($"select exists (select from pg_stat_activity where datname = '{url.Database}')")) await Task.Delay(10, Cancellation);
    }

    private static async Task<string[]> StateAsync(DatabaseUrl url) =>
        await url.QueryAsync<bool>("select to_regclass('delivery.journal') is null") ? []
            : await url.QueryAsync<string[]>("select array(select script_name || ' ' || outcome from delivery.journal order by script_name collate \"C\")");
}
