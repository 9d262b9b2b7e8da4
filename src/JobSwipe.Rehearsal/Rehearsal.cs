using JobSwipe.Backups;
using JobSwipe.Migrations;
using JobSwipe.Migrations.Rehearsals;
using JobSwipe.Releases;
using JobSwipe.Releases.Deployments;
using JobSwipe.Releases.Fly;
using JobSwipe.Releases.Images;
using JobSwipe.Releases.Smoke;
using JobSwipe.Reports;
using JobSwipe.Reports.Sections;
using JobSwipe.Tools;

namespace JobSwipe.Rehearsal;

/// <summary>A whole release on one machine, from the built artifact to the restore drill, with every step's outcome.</summary>
public sealed class Rehearsal
{
    private readonly RehearsalSettings _settings;
    private readonly Action<string> _say;
    private readonly StepRunner _steps;
    private readonly List<Proof> _proofs = [];
    private readonly List<Picture> _pictures = [];
    private Release? _release;
    private LocalPlatform? _platform;
    private string? _backup;
    private Task<Release>? _bad;
    private Task<BrowserRunner>? _browser;
    private Task<RehearsalReport>? _rehearsing;

    private Rehearsal(RehearsalSettings settings, Action<string> say) =>
        (_settings, _say, _steps) = (settings, say, new StepRunner(say));

    /// <summary>Rehearses. The report is written whatever happens, and everything that was started is stopped unless it shall be kept.</summary>
    /// <param name="settings">What and where.</param>
    /// <param name="before">The steps that the build has done already: compile, image, scans.</param>
    /// <param name="say">Told every step.</param>
    /// <param name="cancellation">Stops it; the report then says so.</param>
    /// <exception cref="RehearsalFailed">A step failed.</exception>
    public static async Task<RehearsalResult> RunAsync(
        RehearsalSettings settings, IReadOnlyList<Step> before, Action<string> say, CancellationToken cancellation = default)
    {
        var rehearsal = new Rehearsal(settings, say);
        foreach (var step in before) rehearsal._steps.Add(step);
        try
        {
            await rehearsal.RunStepsAsync(cancellation);
        }
        finally
        {
            await rehearsal.EndAsync();
        }
        cancellation.ThrowIfCancellationRequested();
        var result = rehearsal.Result();
        return rehearsal._steps.Failed ? throw new RehearsalFailed(result) : result;
    }

    private async Task RunStepsAsync(CancellationToken cancellation)
    {
        await _steps.RunAsync("Platform", () => StartAsync(cancellation));
        await _steps.RunAsync("Backup", () => BackUpAsync(cancellation));
        await _steps.RunAsync("Migrate", () => MigrateAsync(cancellation));
        await _steps.RunAsync("DeployStaging", () => DeployStagingAsync(cancellation));
        await _steps.RunAsync("SmokeTest", () => SmokeTestAsync(cancellation));
        await _steps.RunAsync("MigrateRehearse", RehearseMigrationsAsync);
        await _steps.RunAsync("DeployProd", () => DeployProductionAsync(cancellation));
        await _steps.RunAsync("BadRelease", () => RefuseBadReleaseAsync(cancellation));
        await _steps.RunAsync("Rollback", () => RollBackAsync(cancellation));
        await _steps.RunAsync("RestoreDrill", () => RestoreAsync(cancellation));
    }

    private Application Application => _settings.Platform.Application;

    private async Task<string> StartAsync(CancellationToken cancellation)
    {
        _release = Release.Load(_settings.ReleaseFile);
        // What production runs today: without it, there would be nothing to switch from and to go back to.
        var builder = new ImageBuilder(await ContainerEngine.DetectAsync(cancellation), _settings.Platform.Registry, _say);
        var deriving = DeriveAsync(builder, "0.0.0-before", new Dictionary<string, string>(), cancellation);
        _platform = await LocalPlatform.StartAsync(_settings.Platform, cancellation);
        var former = await deriving;
        // Made while other steps wait for machines.
        if (Application.Smoke.Fault.Count > 0) _bad = DeriveAsync(builder, "0.0.0-bad", Application.Smoke.Fault, cancellation);
        await Task.WhenAll(LocalPlatform.InstallAsync(_platform.Staging, former, cancellation), LocalPlatform.InstallAsync(_platform.Production, former, cancellation));
        return $"PostgreSQL with staging and production, seeded; both serve {former.Version}";
    }

    private async Task<string> BackUpAsync(CancellationToken cancellation)
    {
        var production = _platform!.Production;
        var options = new BackupOptions { Recipients = production.Recipients, Release = "0.0.0-before" };
        var manifest = await Backup.CreateAsync(production.Database, production.Store, options, cancellation: cancellation);
        _backup = manifest.Id;
        // It has a database of its own and takes the time that staging's machines need to start.
        if (Application.Migrations is { } scripts) _rehearsing = MigrationRehearsal.RunAsync(async token =>
        {
            var copy = _platform.Cluster.Url.WithDatabase("rehearsal");
            await Restore.RunAsync(production.Store, manifest.Id, copy, _platform.IdentityFile, cancellation: token);
            return new RehearsalCopy(copy, $"backup {manifest.Id}");
        }, new MigrationOptions { ScriptsFolder = scripts }, cancellation: cancellation);
        return $"{manifest.Id}: {manifest.Tables.Count} tables, {manifest.Tables.Sum(table => table.Rows):N0} rows, {manifest.StoredBytes / 1e6:0.0} MB encrypted";
    }

    private async Task<string> MigrateAsync(CancellationToken cancellation)
    {
        if (Application.Migrations is not { } scripts) throw new StepNotRun("the application brings no migrations/");
        var options = new MigrationOptions { ScriptsFolder = scripts, Release = _release!.Version, Commit = _release.Commit, BackupId = _backup };
        var report = await Migrator.MigrateAsync(_platform!.Staging.Database, options, cancellation: cancellation);
        _proofs.Add(new Proof("migrations applied to staging's copy of the data", report.Applied.Count.ToString()));
        return $"staging: {report.Applied.Count} applied, now at {report.Head}";
    }

    private async Task<string> DeployStagingAsync(CancellationToken cancellation)
    {
        // The smoke test is a step of its own here, so that its time and its failures are seen apart.
        var deployment = new Deployment(_platform!.Staging, Application.Smoke with { Browser = [] }, Screenshots("deploy-staging"), Say);
        // The browser starts while the machines do.
        if (Application.Smoke.Browser.Count > 0) _browser = BrowserRunner.StartAsync();
        await deployment.RunAsync(new DeploymentRequest { Release = _release! }, cancellation);
        return $"{_release!.Artifact.Digest.Prefix} serves on {await UrlAsync(_platform.Staging, cancellation)}";
    }

    private async Task<string> SmokeTestAsync(CancellationToken cancellation)
    {
        var url = await UrlAsync(_platform!.Staging, cancellation);
        var report = await SmokeTest.RunAsync(Application.Smoke, url, _release!.Version, Screenshots("smoke-staging"), TimeSpan.FromSeconds(10), _browser, cancellation);
        _pictures.AddRange(report.Screenshots.Select(file => new Picture(file, $"staging, {Path.GetFileNameWithoutExtension(file).Replace('-', ' ')}")));
        return report.Passed ? $"{report.Checks.Count} checks passed on staging" : throw new SmokeTestFailed(report);
    }

    private async Task<string> RehearseMigrationsAsync()
    {
        var report = await (_rehearsing ?? throw new StepNotRun("the application brings no migrations/"));
        await RehearsalProof.SaveAsync(_platform!.Production.Store, "production", report);
        if (!report.Passed) throw new RehearsalNotPassed(report.Violations);
        _proofs.Add(new Proof("migrations rehearsed up, down and up on a copy of production", report.Scripts.Count.ToString()));
        return $"{report.Scripts.Count} scripts up, down and up again on {report.Source}, in {report.CopySeconds + report.Seconds:0.0} s beside the steps before";
    }

    private async Task<string> DeployProductionAsync(CancellationToken cancellation)
    {
        var deployment = new Deployment(_platform!.Production, Application.Smoke, Screenshots("production"), Say) { Browser = _browser };
        var request = new DeploymentRequest { Release = _release!, BackUp = true, ProvedIn = _platform.Production.Before };
        var probe = await ProbedAsync("switch to the new release", () => deployment.RunAsync(request, cancellation), cancellation);
        _pictures.AddRange(deployment.Smoked!.Screenshots.Select(file => new Picture(file, $"production, {Path.GetFileNameWithoutExtension(file).Replace('-', ' ')}")));
        return $"the same digest serves; {probe}";
    }

    private async Task<string> RefuseBadReleaseAsync(CancellationToken cancellation)
    {
        if (_bad is null) throw new StepNotRun("smoke.json declares no fault to break the application with");
        var bad = await _bad;
        var target = _platform!.Production with { WaitTimeout = _settings.BadReleasePatience };
        var deployment = new Deployment(target, Application.Smoke, Screenshots("bad-release"), Say) { Browser = _browser };
        DeploymentFailed? refusal = null;
        await ProbedAsync("refusal of the bad release", async () =>
        {
            try
            {
                await deployment.RunAsync(new DeploymentRequest { Release = bad, BackUp = true }, cancellation);
            }
            catch (DeploymentFailed exception)
            {
                refusal = exception;
            }
        }, cancellation);
        if (refusal is null) throw new DeliveryError("The bad release was accepted.", "Look at the health checks in fly.toml and at smoke.json: neither noticed that the service answers 500.");
        if (refusal.Record.Outcome is not (DeploymentOutcome.Refused or DeploymentOutcome.RolledBack)) throw refusal;
        var still = await SmokeTest.RunAsync(Application.Smoke with { Browser = [] }, await UrlAsync(target, cancellation), _release!.Version,
            Screenshots("bad-release"), TimeSpan.FromSeconds(10), cancellation: cancellation);
        if (!still.Passed) throw new SmokeTestFailed(still);
        _proofs.Add(new Proof("bad release", refusal.Record.Outcome == DeploymentOutcome.Refused ? "refused" : "rolled back"));
        var by = refusal.Record.Steps.Last(step => step.Failed).Name == "verdict" ? "its health check" : "the smoke test";
        return $"stopped by {by}; production still serves {_release.Version}";
    }

    private async Task<string> RollBackAsync(CancellationToken cancellation)
    {
        var former = await Promotion.FormerAsync(_platform!.Production.Ledger, cancellation);
        var deployment = new Deployment(_platform.Production, Application.Smoke with { Browser = [] }, Screenshots("rollback"), Say);
        var probe = await ProbedAsync("rollback", () => deployment.RunAsync(new DeploymentRequest { Release = former, IsRollback = true }, cancellation), cancellation);
        return $"{former.Version} serves again, on the new schema; {probe}";
    }

    private async Task<string> RestoreAsync(CancellationToken cancellation)
    {
        var report = await RestoreDrill.RunAsync(_platform!.Production.Store, null, _platform.Cluster.Url, _platform.IdentityFile, cancellation: cancellation);
        if (!report.Equal) throw new DeliveryError($"The restored backup {report.BackupId} differs from its manifest.", "Look at the tables in the drill's report; take a new backup and drill it.");
        _proofs.Add(new Proof("tables restored by stock tools with equal rows and checksums", report.Tables.Count.ToString()));
        _proofs.Add(new Proof("time to restore", $"{report.Seconds:0.0} s"));
        return $"{report.BackupId}: {report.Tables.Count} tables, {report.Rows:N0} rows, all equal to the manifest";
    }

    private async Task<ProbeReport> ProbedAsync(string what, Func<Task> action, CancellationToken cancellation)
    {
        await using var probe = TrafficProbe.Start(await UrlAsync(_platform!.Production, cancellation), Application.Smoke.Probe);
        await action();
        var report = await probe.StopAsync();
        _proofs.Add(new Proof($"requests failed during the {what}", $"{report.Failed} of {report.Requests:N0}"));
        return report.Failed == 0 ? report : throw new DeliveryError($"During the {what}, {report}: {report.FirstFailure}", "Look at the proxy's and the machines' logs.");
    }

    private async Task<Release> DeriveAsync(ImageBuilder builder, string version, IReadOnlyDictionary<string, string> env, CancellationToken cancellation)
    {
        var variables = new Dictionary<string, string>(env) { ["APP_VERSION"] = version };
        return _release! with { Version = version, Artifact = await builder.DeriveAsync(_release.Artifact, variables, cancellation) };
    }

    private static Task<Uri> UrlAsync(DeliveryTarget target, CancellationToken cancellation) => new Flyctl(target.Platform).UrlAsync(target.Config.App, cancellation);

    private string Screenshots(string name) => Path.Combine(_settings.Folder, name);

    private void Say(string line) => _say("      " + line);

    private RehearsalResult Result() => new(_steps.Steps, Path.Combine(_settings.ReportFolder, "index.html"), Path.Combine(_settings.Folder, "rehearsal.json"));

    private static async Task EndAsync(Task<BrowserRunner> starting)
    {
        try
        {
            await (await starting).DisposeAsync();
        }
        catch (Exception exception) when (exception is DeliveryError or Microsoft.Playwright.PlaywrightException)
        {
            // It did not start, and the smoke test has said so.
        }
    }

    private async Task EndAsync()
    {
        IReadOnlyList<DeploymentRecord> deployments = [], history = [];
        Section[] backups = [];
        if (_browser is not null) await EndAsync(_browser);
        if (_platform is not null)
        {
            // Also after Ctrl-C: what was recorded belongs into the report.
            history = await _platform.Production.Ledger.ReadAsync();
            backups = [await BackupSection.ReadAsync(_platform.Production.Store)];
            deployments = [.. history.Concat(await _platform.Staging.Ledger.ReadAsync()).Where(record => record.Started >= _platform.Started).OrderByDescending(record => record.Started)];
            if (_settings.Keep) await _platform.KeepAsync(_say);
            await _platform.DisposeAsync();
        }
        Json.WriteFile(Result().Json, new { steps = _steps.Steps });
        ReportPage.Write(new ReportData
        {
            Title = "Rehearsal",
            Made = DateTimeOffset.UtcNow,
            Release = _release,
            Steps = _steps.Steps,
            Proofs = _proofs,
            Deployments = deployments,
            Pictures = _pictures,
            Sections = [MigrationSection.Of(_rehearsing is { IsCompletedSuccessfully: true } ? _rehearsing.Result : null), .. backups, DeliverySection.Of(history, "production", DateTimeOffset.UtcNow)],
        }, _settings.ReportFolder);
    }
}
