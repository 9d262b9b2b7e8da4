using System.Security.Cryptography;
using JobSwipe.Backups;
using JobSwipe.Migrations;
using JobSwipe.Releases;
using JobSwipe.Releases.Deployments;
using JobSwipe.Releases.Fly;
using JobSwipe.Storage;
using JobSwipe.Tools;
using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;
using Npgsql;

namespace JobSwipe.Rehearsal;

/// <summary>
/// Staging and production on this machine: a PostgreSQL cluster with a seeded database each, and the local stand-in for Fly
/// with an app each. Everything ends when it is disposed, and also when this process is killed.
/// </summary>
public sealed class LocalPlatform : IAsyncDisposable
{
    private static readonly TimeSpan LongestKept = TimeSpan.FromHours(2);
    private readonly Guard _guard;
    private readonly TemporaryFolder _folder;
    private readonly LocalPlatformSettings _settings;
    private FlyPlatform? _fly;
    private PostgresCluster? _cluster;
    private bool _kept;

    private LocalPlatform(Guard guard, TemporaryFolder folder, LocalPlatformSettings settings) =>
        (_guard, _folder, _settings) = (guard, folder, settings);

    /// <summary>When it began to start, UTC.</summary>
    public DateTimeOffset Started { get; } = DateTimeOffset.UtcNow;

    /// <summary>The server that holds both databases.</summary>
    public PostgresCluster Cluster => _cluster!;

    /// <summary>Staging.</summary>
    public DeliveryTarget Staging => Target("staging", _settings.Application.Staging);

    /// <summary>Production.</summary>
    public DeliveryTarget Production => Target("production", _settings.Application.Production);

    /// <summary>The key that opens this machine's backups. Real ones are kept away from the machine that takes backups.</summary>
    public string IdentityFile => _settings.Key.IdentityFile;

    /// <summary>Starts everything.</summary>
    /// <exception cref="DeliveryError">A part did not start; what did start is stopped again.</exception>
    public static async Task<LocalPlatform> StartAsync(LocalPlatformSettings settings, CancellationToken cancellation = default)
    {
        await ObjectStores.Open(settings.Store).CheckWritableAsync(cancellation);
        var guard = Guard.Start();
        var folder = TemporaryFolder.Create("jsfly");
        guard.Add($"rm -rf {Guard.Quote(folder.Path)}");
        var platform = new LocalPlatform(guard, folder, settings);
        try
        {
            await Task.WhenAll(platform.StartDatabasesAsync(cancellation), platform.StartFlyAsync(cancellation));
            await Task.WhenAll(CreateAppAsync(platform.Staging, cancellation), CreateAppAsync(platform.Production, cancellation));
            return platform;
        }
        catch
        {
            await platform.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes an app serve a release as if it had been deployed some time ago.</summary>
    public static async Task InstallAsync(DeliveryTarget target, Release release, CancellationToken cancellation = default)
    {
        var settings = target.DeploySettings(release) with { Strategy = "rolling" };
        var answer = await new Flyctl(target.Platform).DeployAsync(settings, cancellation);
        if (answer.ExitCode != 0) throw new ReleaseNotRunning(target.Config.App, "it does not serve", answer);
        await target.Ledger.AppendAsync(new DeploymentRecord
        {
            Environment = target.Environment,
            Release = release,
            Outcome = DeploymentOutcome.Succeeded,
            Actor = "rehearsal",
            Started = DateTimeOffset.UtcNow,
            Steps = [new Receipt("install", 0, "what served before the rehearsal")],
        }, cancellation);
    }

    /// <summary>Lets everything run on after this process, for at most two hours, and says where it is.</summary>
    public async Task KeepAsync(Action<string> say)
    {
        var marker = Path.Combine(_folder.Path, "running");
        await File.WriteAllTextAsync(marker, "");
        // The password is this cluster's own and ends with it; without it nobody could look into the database.
        foreach (var target in new[] { Staging, Production })
            say($"  {target.Environment,-11} {await new Flyctl(target.Platform).UrlAsync(target.Config.App)}   database {target.Database.ToUrlWithPassword()}");
        say($"  Everything runs on for {LongestKept.TotalHours:0} hours. To stop it now: rm {marker}");
        _guard.Keep(marker, LongestKept);
        _kept = true;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        if (!_kept) _guard.Dispose();
        return ValueTask.CompletedTask;
    }

    private DeliveryTarget Target(string environment, FlyConfig config) => new()
    {
        Environment = environment,
        Platform = _fly!,
        Config = config,
        Database = Cluster.Url.WithDatabase(environment),
        Store = ObjectStores.Open(_settings.Store),
        Recipients = [_settings.Key.Recipient],
        WaitTimeout = TimeSpan.FromSeconds(60),
        // The rehearsal probes it all the time; a minute of waiting would prove nothing more.
        Watch = TimeSpan.FromSeconds(1),
    };

    private async Task StartDatabasesAsync(CancellationToken cancellation)
    {
        _cluster = await PostgresCluster.StartAsync(_guard, _settings.Server, _settings.Restore, cancellation: cancellation);
        if (_settings.Restore is not null) return;
        // Both databases begin with the schema that production has had so far: the baseline, without anything newer.
        var production = await Cluster.CreateDatabaseAsync("production", cancellation);
        if (_settings.Application.Migrations is { } scripts)
            await Migrator.MigrateAsync(production, new MigrationOptions { ScriptsFolder = scripts, To = "0001" }, cancellation: cancellation);
        await using (var connection = new NpgsqlConnection(production.ToConnectionString(builder => builder.Pooling = false)))
        {
            await connection.OpenAsync(cancellation);
            await using var seed = new NpgsqlCommand(await File.ReadAllTextAsync(_settings.Application.SeedFile, cancellation), connection) { CommandTimeout = 120 };
            await seed.ExecuteNonQueryAsync(cancellation);
        }
        await Cluster.CopyDatabaseAsync("production", "staging", cancellation);
    }

    private async Task StartFlyAsync(CancellationToken cancellation)
    {
        var state = Path.Combine(_folder.Path, "fly");
        _fly = new FlyPlatform(_settings.LocalFly, new Dictionary<string, string?>
        {
            ["LOCALFLY_STATE"] = state,
            ["LOCALFLY_REGISTRY"] = _settings.Registry.Folder,
            ["LOCALFLY_CONTAINER_STORAGE"] = Releases.Images.ContainerStorage.Folder,
            ["LOCALFLY_CONTAINER_DRIVER"] = Releases.Images.ContainerStorage.Driver,
            // Fly's 10 seconds after each switch would be most of a rehearsal's time.
            ["LOCALFLY_SETTLE_SECONDS"] = "0.2",
            ["FLY_API_TOKEN"] = "local",
        }, "local");
        await Daemon.StartAsync(_fly.Command("serve", "--state", state, "--foreground"), _settings.LogFile, _guard,
            () => Task.FromResult(File.Exists(Path.Combine(state, "platform.json"))), TimeSpan.FromSeconds(30), cancellation);
    }

    private static async Task CreateAppAsync(DeliveryTarget target, CancellationToken cancellation)
    {
        var flyctl = new Flyctl(target.Platform);
        await flyctl.CreateAppAsync(target.Config.App, cancellation);
        await flyctl.ImportSecretsAsync(target.Config.App, new Dictionary<string, string>
        {
            ["DATABASE_URL"] = target.Database.ToUrlWithPassword(),
            ["SECRET_KEY"] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)),
        }, cancellation);
    }
}

/// <summary>What a local platform is made from.</summary>
public sealed record LocalPlatformSettings
{
    /// <summary>The application; its fly.toml files name the apps, its seed fills the databases.</summary>
    public required Application Application { get; init; }

    /// <summary>The program that stands in for flyctl.</summary>
    public required string LocalFly { get; init; }

    /// <summary>Where artifacts are.</summary>
    public required Releases.Images.LocalRegistry Registry { get; init; }

    /// <summary>The object store's location.</summary>
    public required string Store { get; init; }

    /// <summary>The key pair of this machine's backups.</summary>
    public required AgeKey Key { get; init; }

    /// <summary>Where the stand-in's log goes.</summary>
    public required string LogFile { get; init; }

    /// <summary>Settings of the PostgreSQL server.</summary>
    public IReadOnlyDictionary<string, string> Server { get; init; } = new Dictionary<string, string>();

    /// <summary>Fills the server's data folder from a backup, instead of making databases and seeding them.</summary>
    public Func<string, CancellationToken, Task>? Restore { get; init; }
}
