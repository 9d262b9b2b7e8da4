using JobSwipe.Releases.Fly;
using JobSwipe.Releases.Smoke;

namespace JobSwipe.Releases.Deployments;

/// <summary>What a deployment will do, step by step, before any of it is done: what <c>--dry-run</c> prints.</summary>
public static class DeploymentPlan
{
    /// <summary>The steps, in order; a deployment runs exactly these.</summary>
    public static IReadOnlyList<PlannedStep> For(DeploymentRequest request, DeliveryTarget target, SmokePlan smoke)
    {
        var (release, app) = (request.Release, target.Config.App);
        var steps = new List<PlannedStep>
        {
            new("lock", $"take the lock of {target.Environment} in {target.Store.Location}"),
            new("repair", Shown(target, Flyctl.MachineList(app)), "destroy machines of another image that an earlier deployment left"),
            new("preflight", [.. new Preflight(target, new Flyctl(target.Platform)).Names(request).Select(name => $"check {name}")]),
        };
        if (request.BackUp) steps.Add(new("backup", $"pg_dump | zstd | age of {target.Database} into {target.Store.Location}", "read it back and compare every hash with its manifest"));
        if (!request.IsRollback) steps.Add(new("migrate", $"apply what is pending up to {release.MigrationHead} on {target.Database}"));
        steps.Add(new("deploy", Shown(target, target.DeploySettings(release).ToArguments())));
        steps.Add(new("verdict", Shown(target, Flyctl.MachineList(app)), $"every machine runs {release.Artifact.Digest}", $"GET {smoke.Probe} from outside answers 2xx"));
        steps.Add(new("smoke", [Shown(target, Flyctl.StatusOf(app)), .. smoke.Http.Select(check => $"{check.Method} {check.Path}: {check.Name}"), .. smoke.Browser.Select(journey => $"browser, {journey.Device}: {journey.Name}")]));
        if (!request.IsRollback) steps.Add(new("watch", $"{target.WatchTime(smoke.Slo).TotalSeconds:0} s: at most {smoke.Slo.ErrorRate:0.##%} of requests fail, p99 at most {smoke.Slo.P99Milliseconds:0} ms", "not worse than the release before: Mann–Whitney U of latencies, Fisher's exact test of errors"));
        steps.Add(new("record", $"append to the ledger of {target.Environment}"));
        if (target.Notifiers.Count > 0) steps.Add(new("notify", [.. target.Notifiers.Select(notifier => notifier.Name)]));
        return steps;
    }

    private static string Shown(DeliveryTarget target, IReadOnlyList<string> arguments) => target.Platform.Command(arguments).ToString();
}
