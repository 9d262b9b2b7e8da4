using System.Diagnostics;
using JobSwipe.Backups;
using JobSwipe.Backups.Physical;
using JobSwipe.Migrations;
using JobSwipe.Releases;
using JobSwipe.Releases.Deployments;
using JobSwipe.Releases.Fly;
using JobSwipe.Releases.Smoke;
using JobSwipe.Reports;
using JobSwipe.Storage;
using JobSwipe.Tools;

namespace JobSwipe.Rehearsal;

/// <summary>
/// A region is lost: production's apps, its database and everything on its disks. What is left is the object store, the repository and the key that
/// opens backups; from these, production serves again. Measures how long that takes (RTO) and how much of what was committed is gone (RPO).
/// </summary>
public sealed class DisasterDrill
{
    private readonly DisasterSettings _settings;
    private readonly StepRunner _steps;
    private readonly Action<string> _say;
    private LocalPlatform? _platform;
    private DisasterTraffic? _traffic;
    private Release? _release;
    private DateTimeOffset _lost;
    private PointInTimeReport? _recovered;

    private DisasterDrill(DisasterSettings settings, Action<string> say) => (_settings, _steps, _say) = (settings, new StepRunner(say), say);

    /// <summary>Runs it.</summary>
    /// <param name="settings">What to lose, and where results go.</param>
    /// <param name="say">Told what happens.</param>
    /// <param name="cancellation">Stops it; what was started is stopped too.</param>
    /// <exception cref="DisasterDrillFailed">Production does not serve again, or rows are missing that must be there.</exception>
    public static async Task<DisasterReport> RunAsync(DisasterSettings settings, Action<string> say, CancellationToken cancellation = default)
    {
        if (Directory.Exists(settings.Folder)) Directory.Delete(settings.Folder, recursive: true);
        Directory.CreateDirectory(settings.Folder);
        var drill = new DisasterDrill(settings, say);
        try
        {
            return await drill.RunAsync(cancellation);
        }
        finally
        {
            if (drill._traffic is not null) await drill._traffic.DisposeAsync();
            if (drill._platform is not null) await drill._platform.DisposeAsync();
        }
    }

    private Application Application => _settings.Platform.Application;

    private IObjectStore Store => ObjectStores.Open(_settings.Platform.Store);

    private async Task<DisasterReport> RunAsync(CancellationToken cancellation)
    {
        await _steps.RunAsync("Production", () => StartAsync(cancellation));
        await _steps.RunAsync("BaseBackup", () => BackUpAsync(cancellation));
        await _steps.RunAsync("Traffic", () => ServeAsync(cancellation));
        await _steps.RunAsync("Disaster", LoseAsync);
        var clock = Stopwatch.StartNew();
        await _steps.RunAsync("FindRelease", () => FindAsync(cancellation));
        await _steps.RunAsync("Recover", () => RecoverAsync(cancellation));
        await _steps.RunAsync("Deploy", () => DeployAsync(cancellation));
        await _steps.RunAsync("SmokeTest", () => SmokeAsync(cancellation));
        var recovery = clock.Elapsed.TotalSeconds;
        DisasterLoss? loss = null;
        await _steps.RunAsync("Compare", async () =>
        {
            loss = await _traffic!.CompareAsync(_platform!.Production.Database, cancellation);
            return $"{loss.Restored:N0} of {loss.Committed:N0} rows committed since the base backup are there; the last {loss.Seconds:0.00} s are lost";
        });
        var report = new DisasterReport(_lost, recovery, loss?.Seconds ?? 0, loss?.Committed ?? 0, loss?.Restored ?? 0, _settings.Flush.TotalSeconds, _recovered?.BaseBackupId ?? "", _steps.Steps)
        {
            File = Path.Combine(_settings.Folder, "drill.json"),
        };
        Json.WriteFile(report.File, report);
        if (_steps.Failed) throw new DisasterDrillFailed(report);
        _say($"  RTO {report.RecoverySeconds:0.0} s from the loss to a passed smoke test; RPO {report.LostSeconds:0.00} s, with WAL stored every {report.FlushSeconds:0.#} s");
        return report;
    }

    private async Task<string> StartAsync(CancellationToken cancellation)
    {
        _release = Release.Load(_settings.ReleaseFile);
        // Acknowledged must mean written here, or the loss would be the throw-away cluster's and not the archive's.
        _platform = await LocalPlatform.StartAsync(_settings.Platform with { Server = new Dictionary<string, string> { ["synchronous_commit"] = "on" } }, cancellation);
        var production = _platform.Production;
        if (Application.Migrations is { } scripts)
            await Migrator.MigrateAsync(production.Database, new MigrationOptions { ScriptsFolder = scripts, Release = _release.Version, Commit = _release.Commit }, cancellation: cancellation);
        await LocalPlatform.InstallAsync(production, _release, cancellation);
        return $"{_release.Version} serves on {await UrlAsync(cancellation)}";
    }

    private async Task<string> BackUpAsync(CancellationToken cancellation)
    {
        var options = new BackupOptions { Recipients = _platform!.Production.Recipients, Release = _release!.Version };
        var manifest = await BaseBackup.CreateAsync(_platform.Cluster.Url, Store, options, cancellation: cancellation);
        return $"{manifest.Id}: {manifest.Archive.StoredBytes / 1e6:0.0} MB encrypted";
    }

    private async Task<string> ServeAsync(CancellationToken cancellation)
    {
        var options = new WalArchiveOptions { Recipients = _platform!.Production.Recipients, Flush = _settings.Flush };
        _traffic = await DisasterTraffic.StartAsync(_platform.Production.Database, _platform.Cluster.Url, Store, options, cancellation);
        // Long enough that the archive has stored more than once, and that the last of it is lost.
        await _traffic.RunForAsync(_settings.Flush * 2.5, cancellation);
        return $"{_traffic.Committed:N0} rows committed while WAL was archived";
    }

    private async Task<string> LoseAsync()
    {
        await _platform!.DisposeAsync();
        _lost = DateTimeOffset.UtcNow;
        _platform = null;
        await _traffic!.StopAsync();
        return "the apps, the server and its disk are gone";
    }

    private async Task<string> FindAsync(CancellationToken cancellation)
    {
        var built = _release!;
        _release = await new Ledger(Store, "production").LastGoodAsync(cancellation)
            ?? throw new DeliveryError("The ledger names no release.", "Look into the folder ledger of the object store.");
        return _release.Artifact.Digest == built.Artifact.Digest
            ? $"{_release.Version}, and the repository builds the same digest"
            : throw new DeliveryError($"The ledger names {_release.Artifact.Digest}, the repository builds {built.Artifact.Digest}.", $"Check out {_release.Commit} and run DockerBuild.");
    }

    private async Task<string> RecoverAsync(CancellationToken cancellation)
    {
        // A new region: another cluster, another platform, and only what the store has.
        _platform = await LocalPlatform.StartAsync(_settings.Platform with
        {
            Restore = async (folder, token) => _recovered = await PointInTime.RestoreAsync(Store, RecoveryTarget.Newest, folder, _settings.Platform.Key.IdentityFile, cancellation: token),
        }, cancellation);
        return $"{_recovered!.BaseBackupId} and its WAL up to {_recovered.Position}, last transaction {_recovered.LastTransaction:HH:mm:ss.fff}";
    }

    private async Task<string> DeployAsync(CancellationToken cancellation)
    {
        await LocalPlatform.InstallAsync(_platform!.Production, _release!, cancellation);
        return $"{_release!.Artifact.Digest.Prefix} serves on {await UrlAsync(cancellation)}";
    }

    private async Task<string> SmokeAsync(CancellationToken cancellation)
    {
        var report = await SmokeTest.RunAsync(Application.Smoke, await UrlAsync(cancellation), _release!.Version, _settings.Folder, TimeSpan.FromSeconds(10), cancellation: cancellation);
        return report.Passed ? $"{report.Checks.Count} checks passed" : throw new SmokeTestFailed(report);
    }

    private Task<Uri> UrlAsync(CancellationToken cancellation) => new Flyctl(_platform!.Production.Platform).UrlAsync(_platform.Production.Config.App, cancellation);
}

/// <summary>What is lost and found again, and where results go.</summary>
public sealed record DisasterSettings
{
    /// <summary>The platform of this machine; its store is all that is left.</summary>
    public required LocalPlatformSettings Platform { get; init; }

    /// <summary>The release that production serves: <c>release.json</c>.</summary>
    public required string ReleaseFile { get; init; }

    /// <summary>Where <c>drill.json</c> and screenshots go; it is emptied first.</summary>
    public required string Folder { get; init; }

    /// <summary>How often received WAL is stored. Shipped is 20 s; the drill is shorter, and says so.</summary>
    public TimeSpan Flush { get; init; } = TimeSpan.FromSeconds(2);
}

/// <summary>What a drill measured: <c>drill.json</c>.</summary>
/// <param name="Lost">When everything was gone.</param>
/// <param name="RecoverySeconds">RTO: from then until the smoke test had passed.</param>
/// <param name="LostSeconds">RPO: the time before the loss of which nothing is left.</param>
/// <param name="Committed">Rows that were committed after the base backup.</param>
/// <param name="Restored">How many of them are there again.</param>
/// <param name="FlushSeconds">How often WAL was stored.</param>
/// <param name="BaseBackup">The base backup it was recovered from.</param>
/// <param name="Steps">What was done.</param>
public sealed record DisasterReport(
    DateTimeOffset Lost, double RecoverySeconds, double LostSeconds, long Committed, long Restored, double FlushSeconds, string BaseBackup, IReadOnlyList<Step> Steps)
{
    /// <summary>Where it lies.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string File { get; init; } = "";
}

/// <summary>A step of the drill failed.</summary>
public sealed class DisasterDrillFailed(DisasterReport report) : DeliveryError(
    $"The disaster drill failed at {Failed(report).Name}: {Failed(report).Detail}", $"What was done before is in {report.File}; the runbook is .github/runbooks/disaster-recovery.md")
{
    private static Step Failed(DisasterReport report) => report.Steps.First(step => step.Outcome == StepOutcome.Failed);
}
