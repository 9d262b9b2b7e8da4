using System.Diagnostics;
using JobSwipe.Tools.Postgres;
using Runner = System.Func<JobSwipe.Tools.Postgres.DatabaseUrl, JobSwipe.Benchmarks.SmallScripts, System.Threading.Tasks.Task>;

namespace JobSwipe.Benchmarks;

/// <summary>Migrations: round trips and time of many small scripts, of a run with nothing to do, and of a rehearsal beside the restore it needs.</summary>
public static class MigrationsSuite
{
    private const int LocalRuns = 15;
    private const int SlowRuns = 2;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(5);

    // Half of the scripts make a table, which is a file or two: on a busy disk that takes as long as all else, for every runner alike.
    private static string? Memory { get; } = DriveInfo.GetDrives().FirstOrDefault(drive => drive.Name == "/dev/shm") is { AvailableFreeSpace: > 2L << 30 } memory ? memory.Name : null;

    /// <summary>Measures all.</summary>
    public static Suite Run(BenchmarkSettings settings) => RunAsync(settings).GetAwaiter().GetResult();

    private static async Task<Suite> RunAsync(BenchmarkSettings settings)
    {
        if (Memory is null) settings.Say("no /dev/shm with 2 GB free: how this disk makes files has a part in the times of 500 scripts");
        // Each run has a database of its own: with dozens of them autovacuum would look at one or another nearly every second.
        await using var cluster = await PostgresCluster.StartAsync(settings: new Dictionary<string, string> { ["autovacuum"] = "off" }, within: Memory);
        var scripts = SmallScripts.Write(Path.Combine(settings.Work, "migrations"));
        var bench = new Bench(cluster, scripts);
        var measurements = new List<Measurement>();

        settings.Say("500 small scripts: round trips");
        var trips = new[] { await bench.TripsAsync(MigrationPeers.OursAsync), await bench.TripsAsync(MigrationPeers.DbUpAsync) };
        measurements.Add(new("500 scripts, round trips, beside DbUp", trips[0], trips[1], 0.5, "", 1));

        settings.Say("500 small scripts, each runner in turn");
        Runner[] runners = File.Exists(MigrationPeers.AlembicProgram)
            ? [MigrationPeers.OursAsync, MigrationPeers.DbUpAsync, MigrationPeers.PsqlAsync, MigrationPeers.AlembicAsync]
            : [MigrationPeers.OursAsync, MigrationPeers.DbUpAsync, MigrationPeers.PsqlAsync];
        var local = await bench.InTurnAsync(LocalRuns, TimeSpan.Zero, runners);
        measurements.Add(new("500 scripts, beside DbUp", local[0], local[1], 0.8, "s", LocalRuns));
        // It keeps no journal and has one transaction for all: what is left of the difference is the price of both.
        measurements.Add(new("500 scripts, beside psql -1 -f", local[0], local[2], 2, "s", LocalRuns));
        if (runners.Length > 3) measurements.Add(new("500 scripts, beside Alembic", local[0], local[3], 1, "s", LocalRuns));
        else settings.Say("not run: Alembic is not installed (Debian: alembic, python3-psycopg2)");

        settings.Say("500 small scripts with 5 ms more for each round trip");
        var slow = await bench.InTurnAsync(SlowRuns, Delay, MigrationPeers.OursAsync, MigrationPeers.DbUpAsync);
        measurements.Add(new("500 scripts, 5 ms away, beside DbUp", slow[0], slow[1], 0.45, "s", SlowRuns));

        settings.Say("nothing to do");
        var nothing = await bench.NothingAsync(settings.Runs * 2, MigrationPeers.OursAsync, MigrationPeers.DbUpAsync);
        measurements.Add(new("nothing to do, beside DbUp", nothing[0] * 1000, nothing[1] * 1000, 0.6, "ms", settings.Runs * 2));

        settings.Say("a rehearsal of 3 scripts on 1 GB");
        await using var large = await PostgresCluster.StartAsync();
        var (restore, rehearsal) = await RehearsalBenchmark.RunAsync(large, Path.Combine(settings.Work, "rehearsal"));
        measurements.Add(new("3 scripts rehearsed on 1 GB, beside its restore", rehearsal, restore, 1.1, "s", 1));
        return new Suite("migrations", measurements);
    }

    private sealed class Bench(PostgresCluster cluster, SmallScripts scripts)
    {
        private int _databases;

        public async Task<int> TripsAsync(Runner runner)
        {
            using var proxy = new CountingProxy(cluster.Url.Port, TimeSpan.Zero);
            await runner(await NewAsync() with { Port = proxy.Port }, scripts);
            return proxy.Trips;
        }

        /// <summary>The median of each, after one run that does not count.</summary>
        public async Task<double[]> InTurnAsync(int runs, TimeSpan delay, params Runner[] runners)
        {
            using var proxy = new CountingProxy(cluster.Url.Port, delay);
            var times = runners.Select(_ => new List<double>()).ToArray();
            for (var run = 0; run <= runs; run++)
            {
                for (var at = 0; at < runners.Length; at++)
                {
                    var url = await NewAsync();
                    var time = await TimeAsync(runners[at], delay > TimeSpan.Zero ? url with { Port = proxy.Port } : url);
                    if (run > 0) times[at].Add(time);
                }
            }
            return [.. times.Select(list => list.Median())];
        }

        public async Task<double[]> NothingAsync(int runs, params Runner[] runners)
        {
            var urls = new List<DatabaseUrl>();
            foreach (var runner in runners)
            {
                urls.Add(await NewAsync());
                await runner(urls[^1], scripts);
                await runner(urls[^1], scripts);
            }
            var times = runners.Select(_ => new List<double>()).ToArray();
            for (var run = 0; run < runs; run++)
            {
                for (var at = 0; at < runners.Length; at++)
                {
                    // A server goes on for some milliseconds to end a session whose client has gone: that is the work of the run before.
                    await Task.Delay(Pause);
                    times[at].Add(await TimeAsync(runners[at], urls[at]));
                }
            }
            return [.. times.Select(list => list.Median())];
        }

        private async Task<double> TimeAsync(Runner runner, DatabaseUrl url)
        {
            var clock = Stopwatch.StartNew();
            await runner(url, scripts);
            return clock.Elapsed.TotalSeconds;
        }

        private Task<DatabaseUrl> NewAsync() => cluster.CreateDatabaseAsync($"bench_{++_databases}");
    }
}
