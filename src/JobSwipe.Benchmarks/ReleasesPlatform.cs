using System.Diagnostics;
using System.Text.Json;
using JobSwipe.Backups;
using JobSwipe.Migrations;
using JobSwipe.Migrations.Rehearsals;
using JobSwipe.Rehearsal;
using JobSwipe.Releases;
using JobSwipe.Releases.Deployments;
using JobSwipe.Releases.Fly;
using JobSwipe.Releases.Images;
using JobSwipe.Releases.Smoke;

namespace JobSwipe.Benchmarks;

/// <summary>Production on this machine with the reference application, a release to promote and a bad one.</summary>
internal sealed class ReleasesPlatform : IAsyncDisposable
{
    private readonly LocalPlatform _platform;
    private readonly Release _former;
    private readonly Release _bad;
    private readonly string _folder;

    private ReleasesPlatform(LocalPlatform platform, Application application, Release release, Release former, Release bad, string folder) =>
        (_platform, Smoke, Release, _former, _bad, _folder) = (platform, application.Smoke with { Browser = [] }, release, former, bad, folder);

    /// <summary>What the new release is.</summary>
    public Release Release { get; }

    /// <summary>How releases are looked at, without a browser: it would take the processor from the requests that are measured.</summary>
    public SmokePlan Smoke { get; }

    private DeliveryTarget Production => _platform.Production;

    public static async Task<ReleasesPlatform> StartAsync(BenchmarkSettings settings)
    {
        new Program("bash", settings.Root, Path.Combine(settings.Root, "build.sh"), "DockerBuild", "CompileLocalFly").Measure();
        var artifacts = Path.Combine(settings.Root, "artifacts");
        var folder = Path.Combine(settings.Work, "releases");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        var application = Application.Load(Path.Combine(settings.Root, "src", "JobSwipe.Reference"));
        var registry = new LocalRegistry(Path.Combine(artifacts, "registry"));
        var release = Release.Load(Path.Combine(artifacts, "release", "release.json"));
        var builder = new ImageBuilder(await ContainerEngine.DetectAsync(), registry, settings.Say);
        var former = await DeriveAsync(builder, release, "0.0.0-before", []);
        // Its health check passes: only its users and the probes see that half of the requests fail.
        var bad = await DeriveAsync(builder, release, "0.0.0-bad", new() { ["JOBSWIPE_FAULT"] = "error-500:50%" });
        var platform = await LocalPlatform.StartAsync(new LocalPlatformSettings
        {
            Application = application,
            LocalFly = Path.Combine(artifacts, "local", "fly", "JobSwipe.LocalFly"),
            Registry = registry,
            Store = Path.Combine(folder, "store"),
            Key = await AgeKey.GenerateAsync(Path.Combine(folder, "key")),
            LogFile = Path.Combine(folder, "platform.log"),
        });
        return new ReleasesPlatform(platform, application, release, former, bad, folder);
    }

    public Task<Uri> UrlAsync() => new Flyctl(Production.Platform).UrlAsync(Production.Config.App);

    /// <summary>Lets the former release serve, and the new one be proved as a promotion asks for it.</summary>
    /// <returns>Seconds from a machine's beginning until its checks pass.</returns>
    public async Task<double> InstallAsync()
    {
        var report = await MigrationRehearsal.RunAsync(async cancellation =>
        {
            await _platform.Cluster.CopyDatabaseAsync("production", "rehearsal", cancellation);
            return new RehearsalCopy(_platform.Cluster.Url.WithDatabase("rehearsal"), "a copy of production");
        }, new MigrationOptions { ScriptsFolder = Production.Config.Migrations! });
        await RehearsalProof.SaveAsync(Production.Store, "production", report);
        await Production.Before.AppendAsync(new DeploymentRecord
        {
            Environment = "staging", Release = Release, Outcome = DeploymentOutcome.Succeeded, Actor = "benchmark", Started = DateTimeOffset.UtcNow, Steps = [],
        });
        await LocalPlatform.InstallAsync(Production, _former);
        using var machines = JsonDocument.Parse(await Production.Platform.Command(Flyctl.MachineList(Production.Config.App)).OutputAsync());
        return machines.RootElement.EnumerateArray().Max(machine =>
        {
            var began = machine.GetProperty("events").EnumerateArray().Min(one => one.GetProperty("timestamp").GetInt64());
            var well = machine.GetProperty("checks").EnumerateArray().Max(check => check.GetProperty("updated_at").GetDateTimeOffset());
            return (well - DateTimeOffset.FromUnixTimeMilliseconds(began)).TotalSeconds;
        });
    }

    public Task<DeploymentRecord> DeployAsync(Release release, double settle, Action<string> say) =>
        RunAsync(new DeploymentRequest { Release = release, BackUp = true, ProvedIn = release == Release ? Production.Before : null, Reason = "measured" }, settle, say);

    public async Task<DeploymentRecord> RollBackAsync(double settle) =>
        await RunAsync(new DeploymentRequest { Release = await Promotion.FormerAsync(Production.Ledger), IsRollback = true, Reason = "measured" }, settle, _ => { });

    /// <summary>Deploys the bad release, and asks all the time as the outside does.</summary>
    /// <returns>Seconds from the first probe that failed until the former release was proved to serve again.</returns>
    public async Task<double> BadReleaseAsync()
    {
        await using var probe = TrafficProbe.Start(await UrlAsync(), Smoke.Probe);
        using var ended = new CancellationTokenSource();
        var first = FirstFailureAsync(probe, ended.Token);
        try
        {
            // The watch has to find it: a smoke test would only see it by chance.
            await RunAsync(new DeploymentRequest { Release = _bad, BackUp = true }, 0.2, _ => { }, Smoke with { Http = [] });
        }
        catch (DeploymentFailed failed) when (failed.Record.Outcome == DeploymentOutcome.RolledBack)
        {
            await ended.CancelAsync();
            return (await first)?.Elapsed.TotalSeconds ?? 0;
        }
        throw new ProgramFailed("a bad release", 0, "it was accepted, or not rolled back");
    }

    /// <summary>The port on which a machine answers itself: LocalFly gives it to its program in <c>PORT</c>.</summary>
    public int MachinePort()
    {
        foreach (var folder in Directory.GetDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])))
        {
            var variables = Environ(folder);
            if (variables.Contains($"FLY_APP_NAME={Production.Config.App}") && variables.FirstOrDefault(line => line.StartsWith("PORT=", StringComparison.Ordinal)) is { } port && variables.Contains($"APP_VERSION={_former.Version}"))
                return int.Parse(port[5..]);
        }
        throw new ProgramFailed("LocalFly", 0, "no machine's program was found under /proc");
    }

    public ValueTask DisposeAsync() => _platform.DisposeAsync();

    private static async Task<Stopwatch?> FirstFailureAsync(TrafficProbe probe, CancellationToken ended)
    {
        while (probe.Failed == 0)
        {
            if (ended.IsCancellationRequested) return null;
            await Task.Delay(10, CancellationToken.None);
        }
        return Stopwatch.StartNew();
    }

    private Task<DeploymentRecord> RunAsync(DeploymentRequest request, double settle, Action<string> say, SmokePlan? smoke = null)
    {
        var environment = new Dictionary<string, string?>(Production.Platform.Environment) { ["LOCALFLY_SETTLE_SECONDS"] = FormattableString.Invariant($"{settle}") };
        var target = Production with { Platform = Production.Platform with { Environment = environment }, Watch = TimeSpan.FromSeconds(2) };
        return new Deployment(target, smoke ?? Smoke, _folder, say).RunAsync(request);
    }

    private static async Task<Release> DeriveAsync(ImageBuilder builder, Release release, string version, Dictionary<string, string> variables)
    {
        variables["APP_VERSION"] = version;
        return release with { Version = version, Artifact = await builder.DeriveAsync(release.Artifact, variables) };
    }

    private static string[] Environ(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "environ")).Split('\0');
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
