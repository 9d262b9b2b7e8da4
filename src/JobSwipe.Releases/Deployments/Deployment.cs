using System.Diagnostics;
using JobSwipe.Backups;
using JobSwipe.Migrations;
using JobSwipe.Releases.Fly;
using JobSwipe.Releases.Notifications;
using JobSwipe.Releases.Smoke;
using JobSwipe.Tools;

namespace JobSwipe.Releases.Deployments;

/// <summary>
/// Puts a release into an environment, by the steps of its <see cref="DeploymentPlan"/>. A failure before the switch leaves what served
/// before; a failure after it puts the last good release back. Killed at any step, the next deployment says where things stand.
/// </summary>
/// <param name="target">Where to.</param>
/// <param name="smoke">What the smoke test checks.</param>
/// <param name="artifacts">Where screenshots and traces go.</param>
/// <param name="say">Told each step.</param>
public sealed class Deployment(DeliveryTarget target, SmokePlan smoke, string artifacts, Action<string> say)
{
    private readonly Flyctl _flyctl = new(target.Platform);
    private readonly List<Receipt> _receipts = [];
    private Attempt? _attempt;
    private IReadOnlyList<string> _secrets = [];
    private IReadOnlyList<ProbeSample> _before = [];

    /// <summary>A browser to share with other smoke tests; without one, each starts its own.</summary>
    public Task<BrowserRunner>? Browser { get; init; }

    /// <summary>What the last smoke test found.</summary>
    public SmokeReport? Smoked { get; private set; }

    /// <summary>Deploys a release.</summary>
    /// <param name="request">What, and under which conditions.</param>
    /// <param name="cancellation">Stops it; the platform finishes what it has begun.</param>
    /// <exception cref="PreflightFailed">A condition does not hold; nothing was changed or recorded.</exception>
    /// <exception cref="DeployLockLost">Somebody removed its lock; it has stopped where it was.</exception>
    /// <exception cref="DeploymentFailed">It was refused, rolled back or failed; the record says which.</exception>
    public async Task<DeploymentRecord> RunAsync(DeploymentRequest request, CancellationToken cancellation = default)
    {
        var (release, started) = (request.Release, DateTimeOffset.UtcNow);
        await using var held = await DeployLock.TakeAsync(target.Store, target.Environment, Actor.Name, $"deploys {release.Version}", target.LockLease, cancellation);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, held.Lost);
        try
        {
            return await RunAsync(request, started, either.Token);
        }
        catch (OperationCanceledException) when (held.Lost.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new DeployLockLost(target.Environment, release);
        }
    }

    private async Task<DeploymentRecord> RunAsync(DeploymentRequest request, DateTimeOffset started, CancellationToken cancellation)
    {
        var release = request.Release;
        await RecoverAsync(cancellation);
        await StepAsync("preflight", async () =>
        {
            var preflight = new Preflight(target, _flyctl);
            var found = await preflight.RunAsync(request, cancellation);
            _secrets = preflight.Secrets;
            return $"{found.Count} checks hold";
        });
        var former = await LastGoodAsync(cancellation);
        _attempt = new Attempt { Release = release, Actor = Actor.Name, Started = started, Step = "preflight", Done = [] };
        var outcome = DeploymentOutcome.Succeeded;
        Exception? cause = null;
        try
        {
            await using (var probe = former is null || request.IsRollback ? null : TrafficProbe.Start(await _flyctl.UrlAsync(target.Config.App, cancellation), smoke.Probe, ReleaseWatch.PerSecond))
            {
                await PrepareAsync(request, former, cancellation);
                if (probe is not null) _before = (await probe.StopAsync()).Samples;
            }
            await SwitchAsync(release, cancellation);
            await ProveAsync(release, watch: !request.IsRollback, cancellation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            cause = exception;
            outcome = await MustGoBackAsync(release, former) && !request.IsRollback ? await RollBackAsync(former) : request.IsRollback ? DeploymentOutcome.Failed : DeploymentOutcome.Refused;
        }
        var record = await RecordAsync(new DeploymentRecord
        {
            Environment = target.Environment,
            Release = release,
            Outcome = outcome,
            IsRollback = request.IsRollback,
            Reason = request.FreezeOverride is { } freeze ? $"{request.Reason} (during a freeze: {freeze})".Trim() : request.Reason,
            Actor = Actor.Name,
            Started = started,
            Secrets = _secrets,
            Steps = _receipts,
        }, former);
        return cause is null ? record : throw new DeploymentFailed(record, cause);
    }

    /// <summary>The release that was last deployed with success, and serves unless somebody went past this build.</summary>
    public Task<Release?> LastGoodAsync(CancellationToken cancellation = default) => target.Ledger.LastGoodAsync(cancellation);

    private async Task RecoverAsync(CancellationToken cancellation)
    {
        if (await Attempt.FindAsync(target.Store, target.Environment, cancellation) is { } killed)
        {
            say($"{target.Environment}: {await killed.SettleAsync(target.Ledger, target.Store, cancellation)}");
        }
        if (await new FleetRepair(_flyctl, target).RunAsync(await LastGoodAsync(cancellation), _ => true, cancellation) is { } repaired) say($"{target.Environment}: {repaired}");
    }

    private async Task PrepareAsync(DeploymentRequest request, Release? former, CancellationToken cancellation)
    {
        string? backupId = null;
        if (request.BackUp) await StepAsync("backup", async () =>
        {
            var options = new BackupOptions
            {
                Recipients = target.Recipients,
                // What serves now wrote this data, not what is about to be deployed.
                Release = former?.Version,
            };
            var manifest = await Backup.CreateAsync(target.Database, target.Store, options, cancellation: cancellation);
            await Backup.VerifyAsync(target.Store, manifest.Id, cancellation: cancellation);
            return backupId = manifest.Id;
        });
        if (!request.IsRollback) await StepAsync("migrate", async () =>
        {
            if (target.Config.Migrations is not { } scripts) return "the application brings no migrations";
            var options = new MigrationOptions { ScriptsFolder = scripts, Release = request.Release.Version, Commit = request.Release.Commit, BackupId = backupId, Actor = Actor.Name, Deployed = former is null ? [] : [former.Version] };
            var report = await Migrator.MigrateAsync(target.Database, options, cancellation: cancellation);
            return report.Applied.Count == 0 ? $"at {report.Head}" : $"{report.Applied.Count} applied, now at {report.Head}";
        });
    }

    private async Task SwitchAsync(Release release, CancellationToken cancellation)
    {
        var answer = new FlyAnswer(0, "");
        // Exit code 1 is not an outage and 0 is not health: what flyctl says is kept, and the machines are asked in both cases.
        await StepAsync("deploy", async () => (answer = await _flyctl.DeployAsync(target.DeploySettings(release), cancellation)).ToString());
        await StepAsync("verdict", async () =>
        {
            // Old machines that were drained and could not be removed are no reason to go back.
            if (answer.ExitCode != 0) await new FleetRepair(_flyctl, target).RunAsync(release, machine => machine.Cordoned && machine.State != "started", cancellation);
            var wrong = await _flyctl.VerifyAsync(target.Config.App, release.Artifact.Digest, cancellation);
            if (wrong is not null) throw new ReleaseNotRunning(target.Config.App, wrong, answer);
            var url = new Uri(await _flyctl.UrlAsync(target.Config.App, cancellation), smoke.Probe);
            if (await OutsideProbe.FailureAsync(url, TimeSpan.FromSeconds(10), cancellation) is { } failure) throw new ReleaseNotRunning(target.Config.App, failure, answer);
            return answer.ExitCode == 0 ? "every machine runs the digest" : $"every machine runs the digest, although flyctl ended with {answer.ExitCode}";
        });
    }

    private async Task ProveAsync(Release release, bool watch, CancellationToken cancellation)
    {
        var url = await _flyctl.UrlAsync(target.Config.App, cancellation);
        await StepAsync("smoke", async () =>
        {
            // Accessibility is the SmokeTest's matter, before production: a deployment that serves is not taken back for it.
            Smoked = await SmokeTest.RunAsync(smoke with { Accessible = false }, url, release.Version, artifacts, TimeSpan.FromSeconds(10), Browser, cancellation);
            return Smoked.Passed ? $"{Smoked.Checks.Count} checks passed" : throw new SmokeTestFailed(Smoked);
        });
        if (watch) await StepAsync("watch", () => ReleaseWatch.RunAsync(url, smoke, target.WatchTime(smoke.Slo), _before, target.Prometheus, cancellation));
    }

    private async Task<bool> MustGoBackAsync(Release release, Release? former)
    {
        try
        {
            var serving = (await _flyctl.MachinesAsync(target.Config.App)).Where(machine => machine.State == "started").Select(machine => machine.ImageRef.Digest);
            // What runs and is not good may also be of a deployment that was killed before this one.
            return former is null ? serving.Contains(release.Artifact.Digest.ToString()) : serving.Any(digest => digest != former.Artifact.Digest.ToString());
        }
        catch (DeliveryError)
        {
            // Nobody can say: putting the former release back is the safe answer.
            return true;
        }
    }

    private async Task<DeploymentOutcome> RollBackAsync(Release? former)
    {
        if (former is null) return DeploymentOutcome.Failed;
        say($"{target.Environment}: rolling back to {former.Version}");
        try
        {
            await new FleetRepair(_flyctl, target).RunAsync(former, _ => true, CancellationToken.None);
            await SwitchAsync(former, CancellationToken.None);
            await ProveAsync(former, watch: false, CancellationToken.None);
            return DeploymentOutcome.RolledBack;
        }
        catch (DeliveryError)
        {
            return DeploymentOutcome.Failed;
        }
    }

    private async Task<DeploymentRecord> RecordAsync(DeploymentRecord record, Release? former)
    {
        record = await target.Ledger.AppendAsync(record, CancellationToken.None);
        await Attempt.RemoveAsync(target.Store, target.Environment);
        if (target.Notifiers.Count > 0) say($"{target.Environment}: {await target.Notifiers.SendAsync(Notification.Of(record, former, target.Links))}");
        return record;
    }

    private async Task StepAsync(string name, Func<Task<string>> action)
    {
        var clock = Stopwatch.StartNew();
        if (_attempt is not null) await (_attempt with { Step = name, Done = _receipts }).SaveAsync(target.Store, target.Environment, CancellationToken.None);
        try
        {
            var detail = await action();
            _receipts.Add(new Receipt(name, clock.Elapsed.TotalSeconds, detail));
            say($"{target.Environment}: {name,-9} {clock.Elapsed.TotalSeconds,5:0.0} s  {detail}");
        }
        catch (Exception exception)
        {
            _receipts.Add(new Receipt(name, clock.Elapsed.TotalSeconds, (exception as DeliveryError)?.Problem ?? exception.Message, Failed: true));
            throw;
        }
    }
}
