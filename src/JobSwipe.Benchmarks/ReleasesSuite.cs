using System.Diagnostics;
using JobSwipe.Releases;
using JobSwipe.Releases.Deployments;
using JobSwipe.Releases.Smoke;

namespace JobSwipe.Benchmarks;

/// <summary>
/// Releases on this machine: a promotion beside the waits that nobody can spare it, requests that fail or are late while releases are
/// exchanged, a bad release, the proxy, and a long ledger.
/// </summary>
public static class ReleasesSuite
{
    private const int PerSecond = 200;

    // Fly's own pauses after a bluegreen switch; a rehearsal has shorter ones, beside which everything else would look long.
    private const double Settle = 10;

    // Seconds.
    private const double BadReleaseAllowed = 15;
    private const double LedgerAllowed = 2;

    /// <summary>Measures all.</summary>
    public static Suite Run(BenchmarkSettings settings) => RunAsync(settings).GetAwaiter().GetResult();

    private static async Task<Suite> RunAsync(BenchmarkSettings settings)
    {
        settings.Say("a ledger of 100,000 receipts");
        List<Measurement> measurements = [new("100,000 receipts listed and verified, beside the time allowed", await ReleasesLedger.SecondsAsync(settings), LedgerAllowed, 1, "s", ReleasesLedger.Runs)];

        settings.Say("building the release and starting production");
        await using var platform = await ReleasesPlatform.StartAsync(settings);
        var start = await platform.InstallAsync();

        settings.Say("requests through the proxy and past it, in turn");
        var (through, past) = await ProxyOverhead.MedianAsync(await platform.UrlAsync(), platform.MachinePort());
        measurements.Add(new("a request through the proxy, p50 beside direct + 1 ms", through, past + 1, 1, "ms", ProxyOverhead.Requests));

        settings.Say($"{PerSecond} requests a second: without a deployment, over a promotion with migrations, over a rollback");
        var quiet = await ProbedAsync(platform, () => Task.Delay(TimeSpan.FromSeconds(Settle)));
        var reached = 0.0;
        var clock = Stopwatch.StartNew();
        var promoting = await ProbedAsync(platform, () => platform.DeployAsync(platform.Release, Settle, line =>
        {
            settings.Say(line);
            if (line.Contains(": verdict ", StringComparison.Ordinal)) reached = clock.Elapsed.TotalSeconds;
        }));
        var back = await ProbedAsync(platform, () => platform.RollBackAsync(Settle));
        settings.Say($"unavoidable: {start:0.0} s until a machine is healthy (no grace is waited for here), {2 * Settle:0} s of drain");
        measurements.Add(new("promotion until its verdict, beside its waits", reached, start + 2 * Settle, 1.3, "s", 1));
        measurements.Add(Failures("promotion", promoting));
        measurements.Add(Failures("rollback", back));
        measurements.Add(new("p99 over a promotion, beside p99 before", promoting.P99Milliseconds, quiet.P99Milliseconds, 2, "ms", promoting.Requests));
        measurements.Add(new("p99 over a rollback, beside p99 before", back.P99Milliseconds, quiet.P99Milliseconds, 2, "ms", back.Requests));

        settings.Say("a release that is healthy and fails half of its requests");
        measurements.Add(new("bad release, first failing probe until it is rolled back, beside the time allowed", await platform.BadReleaseAsync(), BadReleaseAllowed, 1, "s", 1));
        return new Suite("releases", measurements);
    }

    // One more on both sides: a ratio of nothing is none.
    private static Measurement Failures(string what, ProbeReport report) =>
        new($"failed requests over a {what} ({report.Requests:N0} sent), + 1, beside none", report.Failed + 1, 1, 1, "", 1);

    private static async Task<ProbeReport> ProbedAsync(ReleasesPlatform platform, Func<Task> action)
    {
        await using var probe = TrafficProbe.Start(await platform.UrlAsync(), platform.Smoke.Probe, PerSecond);
        await action();
        return await probe.StopAsync();
    }
}
