using System.Diagnostics;
using JobSwipe.Backups;
using JobSwipe.Migrations;
using JobSwipe.Releases.Fly;
using JobSwipe.Releases.Smoke;
using JobSwipe.Tools;

namespace JobSwipe.Releases.Deployments;

/// <summary>
/// Puts a release into an environment: lock, backup, migrate, deploy, an independent verdict, smoke test, record. A failure
/// before the switch leaves what served before; a failure after it puts the last good release back.
/// </summary>
/// <param name="target">Where to.</param>
/// <param name="smoke">What the smoke test checks.</param>
/// <param name="artifacts">Where screenshots and traces go.</param>
/// <param name="say">Told each step.</param>
public sealed class Deployment(DeliveryTarget target, SmokePlan smoke, string artifacts, Action<string> say)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(30);
    private readonly Flyctl _flyctl = new(target.Platform);
    private readonly List<Receipt> _receipts = [];

    /// <summary>Why this is deployed; goes into the record.</summary>
    public string? Reason { get; init; }

    /// <summary>A browser to share with other smoke tests; without one, each starts its own.</summary>
    public Task<BrowserRunner>? Browser { get; init; }

    /// <summary>What the last smoke test found.</summary>
    public SmokeReport? Smoked { get; private set; }

    /// <summary>Deploys a release.</summary>
    /// <param name="release">What.</param>
    /// <param name="backUp">Whether a backup is taken before the migration.</param>
    /// <param name="isRollback">Whether it puts an older release back: then nothing is backed up or migrated, and nothing is rolled back further.</param>
    /// <param name="cancellation">Stops it; the platform finishes what it has begun.</param>
    /// <exception cref="DeploymentFailed">It was refused, rolled back or failed; the record says which.</exception>
    public async Task<DeploymentRecord> RunAsync(Release release, bool backUp, bool isRollback = false, CancellationToken cancellation = default)
    {
        var started = DateTimeOffset.UtcNow;
        var actor = $"{System.Environment.UserName}@{System.Environment.MachineName}";
        await using var held = await DeployLock.TakeAsync(target.Store, target.Environment, actor, $"deploys {release.Version}", Lease, cancellation);
        var former = await LastGoodAsync(cancellation);
        var outcome = DeploymentOutcome.Succeeded;
        Exception? cause = null;
        try
        {
            if (!isRollback) await PrepareAsync(release, backUp, cancellation);
            await SwitchAsync(release, cancellation);
            await ProveAsync(release, cancellation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            cause = exception;
            outcome = await ServesAsync(release) && !isRollback ? await RollBackAsync(former) : isRollback ? DeploymentOutcome.Failed : DeploymentOutcome.Refused;
        }
        var record = await target.Ledger.AppendAsync(new DeploymentRecord
        {
            Environment = target.Environment,
            Release = release,
            Outcome = outcome,
            IsRollback = isRollback,
            Reason = Reason,
            Actor = actor,
            Started = started,
            Steps = _receipts,
        }, CancellationToken.None);
        return cause is null ? record : throw new DeploymentFailed(record, cause);
    }

    /// <summary>The release that was last deployed with success, and serves unless somebody went past this build.</summary>
    public async Task<Release?> LastGoodAsync(CancellationToken cancellation = default) =>
        (await target.Ledger.ReadAsync(cancellation)).LastOrDefault(record => record.Outcome == DeploymentOutcome.Succeeded)?.Release;

    private async Task PrepareAsync(Release release, bool backUp, CancellationToken cancellation)
    {
        string? backupId = null;
        if (backUp) await StepAsync("backup", async () =>
        {
            var options = new BackupOptions
            {
                Recipients = target.Recipients,
                // What serves now wrote this data, not what is about to be deployed.
                Release = (await LastGoodAsync(cancellation))?.Version,
            };
            var manifest = await Backup.CreateAsync(target.Database, target.Store, options, cancellation: cancellation);
            backupId = manifest.Id;
            return backupId;
        });
        await StepAsync("migrate", async () =>
        {
            var options = new MigrationOptions { Release = release.Version, Commit = release.Commit, BackupId = backupId };
            var report = await Migrator.MigrateAsync(target.Database, options, cancellation: cancellation);
            return report.Applied.Count == 0 ? $"at {report.Head}" : $"{report.Applied.Count} applied, now at {report.Head}";
        });
    }

    private Task SwitchAsync(Release release, CancellationToken cancellation) => StepAsync("deploy", async () =>
    {
        var settings = new DeploySettings
        {
            App = target.Config.App,
            Config = target.Config.File,
            Image = release.Artifact.Reference,
            WaitTimeout = target.WaitTimeout,
            HighlyAvailable = target.HighlyAvailable,
        };
        var result = await _flyctl.DeployAsync(settings, cancellation: cancellation);
        // Exit code 1 is not an outage and 0 is not health: the machines are asked in both cases.
        var wrong = await _flyctl.VerifyAsync(target.Config.App, release.Artifact.Digest, cancellation);
        if (wrong is null) return result.ExitCode == 0 ? "every machine runs the digest" : $"every machine runs the digest, although flyctl ended with {result.ExitCode}";
        throw new ReleaseNotRunning(target.Config.App, wrong, result);
    });

    private Task ProveAsync(Release release, CancellationToken cancellation) => StepAsync("smoke", async () =>
    {
        var url = await _flyctl.UrlAsync(target.Config.App, cancellation);
        Smoked = await SmokeTest.RunAsync(smoke, url, release.Version, artifacts, TimeSpan.FromSeconds(10), Browser, cancellation);
        return Smoked.Passed ? $"{Smoked.Checks.Count} checks passed" : throw new SmokeTestFailed(Smoked);
    });

    private async Task<bool> ServesAsync(Release release)
    {
        try
        {
            return (await _flyctl.MachinesAsync(target.Config.App)).Any(machine => machine.State == "started" && machine.ImageRef.Digest == release.Artifact.Digest.ToString());
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
            await SwitchAsync(former, CancellationToken.None);
            await ProveAsync(former, CancellationToken.None);
            return DeploymentOutcome.RolledBack;
        }
        catch (DeliveryError)
        {
            return DeploymentOutcome.Failed;
        }
    }

    private async Task StepAsync(string name, Func<Task<string>> action)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var detail = await action();
            _receipts.Add(new Receipt(name, clock.Elapsed.TotalSeconds, detail));
            say($"{target.Environment}: {name,-8} {clock.Elapsed.TotalSeconds,5:0.0} s  {detail}");
        }
        catch (Exception exception)
        {
            _receipts.Add(new Receipt(name, clock.Elapsed.TotalSeconds, (exception as DeliveryError)?.Problem ?? exception.Message, Failed: true));
            throw;
        }
    }
}
