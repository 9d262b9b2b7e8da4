using System.Diagnostics;
using JobSwipe.Releases.Canary;
using JobSwipe.Releases.Smoke;
using JobSwipe.Tools;

namespace JobSwipe.Releases.Deployments;

/// <summary>Looks at a release for a while after it was switched on, and compares it with its SLO.</summary>
public static class ReleaseWatch
{
    /// <summary>Requests a second that a probe sends.</summary>
    public const int PerSecond = 20;

    /// <summary>Watches; ends at the first moment at which the SLO can no longer be kept.</summary>
    /// <param name="url">The release.</param>
    /// <param name="plan">Its probe and its SLO.</param>
    /// <param name="time">How long.</param>
    /// <param name="before">What the release before answered to the same probe; empty where nothing served.</param>
    /// <param name="prometheus">A Prometheus that knows the release's own error rate; null for probes alone.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="SloMissed">The release is worse than promised.</exception>
    public static async Task<string> RunAsync(Uri url, SmokePlan plan, TimeSpan time, IReadOnlyList<ProbeSample> before, Uri? prometheus = null, CancellationToken cancellation = default)
    {
        await using var probe = TrafficProbe.Start(url, plan.Probe, PerSecond);
        // One request may be unlucky; the second failure within the allowance ends it.
        var allowed = Math.Max(1, plan.Slo.ErrorRate * PerSecond * time.TotalSeconds);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < time && probe.Failed <= allowed;) await timer.WaitForNextTickAsync(cancellation);
        var report = await probe.StopAsync();
        if (report.Failed > allowed) throw new SloMissed($"{report}: {report.FirstFailure}");
        if (report.P99Milliseconds > plan.Slo.P99Milliseconds) throw new SloMissed($"{report}, and at most {plan.Slo.P99Milliseconds:0} ms is promised");
        var compared = before.Count == 0 ? "nothing to compare with" : $"beside the release before: {Compare(report.Samples, before)}";
        return prometheus is null || plan.Slo.Query is null ? $"{report}; {compared}" : $"{report}; {compared}; {await AskAsync(prometheus, plan.Slo, cancellation)}";
    }

    private static CanaryVerdict Compare(IReadOnlyList<ProbeSample> now, IReadOnlyList<ProbeSample> before)
    {
        var verdict = CanaryAnalysis.Judge(now, before);
        return verdict.IsWorse ? throw new SloMissed($"it is worse than the release before: {verdict}") : verdict;
    }

    private static async Task<string> AskAsync(Uri prometheus, Slo slo, CancellationToken cancellation)
    {
        double? measured;
        try
        {
            measured = await PrometheusQuery.InstantAsync(prometheus, slo.Query!, cancellation);
        }
        catch (DeliveryError error)
        {
            // A monitoring that does not answer is no reason to take a release back that serves; it is said, not hidden.
            return $"not run: {error.Problem}";
        }
        if (measured > slo.ErrorRate) throw new SloMissed($"Prometheus measures {measured:0.##%} errors, and at most {slo.ErrorRate:0.##%} is promised");
        return measured is null ? "Prometheus has no data of it yet" : $"Prometheus measures {measured:0.##%} errors";
    }
}

/// <summary>A release is worse than it was promised to be.</summary>
public sealed class SloMissed(string how) : DeliveryError($"The release misses its SLO: {how}.", "Look at its logs (flyctl logs) and at the dashboards; the SLO is in the application's smoke.json.");
