using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using JobSwipe.Backups;
using JobSwipe.Migrations;
using JobSwipe.Releases;
using JobSwipe.Releases.Deployments;
using JobSwipe.Storage;
using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace JobSwipe.Monitoring.Tests.Runbooks;

/// <summary>
/// All that a runbook's commands need, on loopback: a seeded database with the reference's schema, a store with one backup and two releases, apps on the
/// stand-in for flyctl, and something that answers HTTP in place of what is elsewhere.
/// </summary>
public sealed partial class RunbookMachine : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = TemporaryFolder.Create("jsrun");
    private PostgresCluster? _cluster;
    private Process? _fly;
    private WebApplication? _elsewhere;
    private AgeKey? _key;
    private AgeKey? _otherKey;

    /// <summary>Production's database.</summary>
    public DatabaseUrl Database => _cluster!.Url.WithDatabase("jobswipe");

    private string Store => Path.Combine(_folder.Path, "store");

    /// <summary>The root of a build whose artifacts and logs are the test's own, over the sources of this repository.</summary>
    private string Root => Path.Combine(_folder.Path, "root");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        MakeRoot();
        var keys = Task.WhenAll(AgeKey.GenerateAsync(Path.Combine(_folder.Path, "keys")), AgeKey.GenerateAsync(Path.Combine(_folder.Path, "other-keys")));
        await StartElsewhereAsync();
        await StartFlyAsync();
        (_key, _otherKey) = ((await keys)[0], (await keys)[1]);
        _cluster = await PostgresCluster.StartAsync();
        await _cluster.CreateDatabaseAsync("jobswipe");
        await _cluster.CreateDatabaseAsync("restored");
        var reference = Path.Combine(Repository.Root, "src", "JobSwipe.Reference");
        await Migrator.MigrateAsync(Database, new MigrationOptions { ScriptsFolder = Path.Combine(reference, "migrations"), To = "0001" });
        await ExecuteAsync(await File.ReadAllTextAsync(Path.Combine(reference, "seed.sql")));
        foreach (var (environment, version) in new[] { ("staging", "1.3.2"), ("production", "1.3.2"), ("staging", "1.4.0"), ("production", "1.4.0") }) await DeployedAsync(environment, version);
        await Backup.CreateAsync(Database, ObjectStores.Open(Store), new BackupOptions { Recipients = [_key.Recipient] });
    }

    public async ValueTask DisposeAsync()
    {
        if (_fly is not null)
        {
            _fly.StandardInput.Close();
            await _fly.WaitForExitAsync();
            _fly.Dispose();
        }
        if (_elsewhere is not null) await _elsewhere.DisposeAsync();
        if (_cluster is not null) await _cluster.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Runs a line in a shell, as whoever follows a runbook does.</summary>
    public Task<CommandResult> RunAsync(string line, string? input = null, string? folder = null, Action<string>? onLine = null, CancellationTokenSource? until = null) => new Command("bash", "-c", line)
    {
        Input = input,
        WorkingDirectory = folder ?? Repository.Root,
        Environment = new Dictionary<string, string?>
        {
            ["PATH"] = $"{Path.Combine(_folder.Path, "bin")}:{System.Environment.GetEnvironmentVariable("PATH")}",
            ["NUKE_ROOT"] = Root,
            ["DATABASE_URL"] = Database.ToUrlWithPassword(),
            ["FLY_API_TOKEN"] = "local",
            ["LOCALFLY_STATE"] = Path.Combine(_folder.Path, "fly"),
            ["LOCALFLY_SETTLE_SECONDS"] = "0.1",
            ["CI"] = null,
        },
    }.RunAsync(until?.Token ?? Cancellation, onLine);

    /// <summary>Runs a command of the build, for real, against what is here.</summary>
    public Task<CommandResult> BuildAsync(string line)
    {
        var target = line.Split(' ')[1];
        if (!line.Contains("--store ", StringComparison.Ordinal)) line += $" --store {Store}";
        // Where it is not said, the environment says whom backups are encrypted to.
        if (target is "Backup" or "BaseBackup" && !line.Contains("--age-recipients ", StringComparison.Ordinal)) line += $" --age-recipients {_key!.Recipient}";
        if (BuildCommands.Dry.Contains(target)) line += " --dry-run";
        return RunAsync(line);
    }

    /// <summary>A command with an example in place of each placeholder, and this machine in place of others.</summary>
    /// <exception cref="KeyNotFoundException">There is no example for a placeholder.</exception>
    public string Fill(string text)
    {
        var here = _elsewhere!.Urls.Single();
        foreach (var other in new[] { "https://jobswipe.fly.dev", "http://jobswipe-prometheus.internal:9091" }) text = text.Replace(other, here);
        return Placeholder().Replace(text, match => match.Groups[1].Value switch
        {
            "address" => here,
            "commit" => "HEAD",
            "database" => "restored",
            "file" => _key!.IdentityFile,
            "id" => "91857ed0a64748",
            "new" => _otherKey!.Recipient,
            "old" => _key!.Recipient,
            "organization" or "slug" => "personal",
            "password" => "another",
            "pid" => "0",
            "recipients" => "one@jobswipe.example,two@jobswipe.example",
            "release" or "version" => "1.4.0",
            "role" => "jobswipe",
            "sender" => "alerts@jobswipe.example",
            "store" => Store,
            "table" => "jobs",
            "url" or "url of the new database" => _cluster!.Url.WithDatabase("restored").ToUrlWithPassword(),
            "volume" => "vol_4x9mz1k5w2n8qo3r",
            var name => throw new KeyNotFoundException($"There is no example for <{name}> in {text}"),
        });
    }

    /// <summary>Makes an app with machines, unless there is one.</summary>
    public async Task EnsureAppAsync(string app)
    {
        if ((await RunAsync($"flyctl machine list --quiet --app {app}")) is { ExitCode: 0 } list && !string.IsNullOrWhiteSpace(list.Output)) return;
        var config = Path.Combine(_folder.Path, app + ".toml");
        await File.WriteAllTextAsync(config, $"""
            app = "{app}"
            primary_region = "iad"
            kill_timeout = "1s"
            [deploy]
            strategy = "immediate"
            [processes]
            app = "app"
            worker = "worker"
            """, Cancellation);
        var made = await RunAsync($"(flyctl status --app {app} || flyctl apps create {app}) && flyctl deploy --config {config} --image registry.fly.io/sample@sha256:{new string('a', 64)} --detach");
        made.ExitCode.ShouldBe(0, made.Output + made.Error);
    }

    /// <summary>A machine of an app.</summary>
    public async Task<string> MachineOfAsync(string app)
    {
        using var machines = JsonDocument.Parse((await RunAsync($"flyctl machine list --app {app} --json")).Output);
        return machines.RootElement[0].GetProperty("id").GetString()!;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await Database.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private Task DeployedAsync(string environment, string version) => new Ledger(ObjectStores.Open(Store), environment).AppendAsync(new DeploymentRecord
    {
        Environment = environment,
        Release = new Release
        {
            Application = "jobswipe",
            Version = version,
            Commit = new string('0', 40),
            Artifact = new Artifact(ArtifactKind.Image, "registry.fly.io/jobswipe", Digest.Of(Encoding.UTF8.GetBytes(version)), 1000, "buildah", "base"),
            MigrationHead = "0007_fill_salary_currency",
            Built = DateTimeOffset.UtcNow,
        },
        Outcome = DeploymentOutcome.Succeeded,
        Actor = "somebody",
        Started = DateTimeOffset.UtcNow,
        Steps = [new Receipt("deploy", 1, "2 machines")],
    });

    private void MakeRoot()
    {
        Directory.CreateDirectory(Path.Combine(Root, ".nuke"));
        foreach (var entry in Directory.GetFileSystemEntries(Repository.Root).Where(entry => Path.GetFileName(entry) is not ("artifacts" or ".github" or ".nuke")))
            File.CreateSymbolicLink(Path.Combine(Root, Path.GetFileName(entry)), entry);
        // What is generated goes there.
        Directory.CreateDirectory(Path.Combine(Root, ".github"));
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, ".nuke"))) File.Copy(file, Path.Combine(Root, ".nuke", Path.GetFileName(file)));
    }

    private async Task StartElsewhereAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _elsewhere = builder.Build();
        _elsewhere.Urls.Add("http://127.0.0.1:0");
        // Whatever is asked or sent is well.
        _elsewhere.Run(_ => Task.CompletedTask);
        await _elsewhere.StartAsync();
    }

    private async Task StartFlyAsync()
    {
        var service = Path.Combine(_folder.Path, "registry", new string('a', 64), "published", "service");
        WriteProgram(service, "trap 'exit 0' INT TERM; while :; do sleep 0.2; done");
        await File.WriteAllTextAsync(Path.Combine(service, "..", "..", "entrypoint.json"), """{ "entrypoint": ["service"], "env": {} }""");
        var flyctl = Path.Combine(_folder.Path, "bin", "flyctl");
        WriteProgram(flyctl, $"exec dotnet exec '{Path.Combine(AppContext.BaseDirectory, "JobSwipe.LocalFly.dll")}' \"$@\"");
        var start = new ProcessStartInfo(flyctl, ["serve", "--state", Path.Combine(_folder.Path, "fly")]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["LOCALFLY_REGISTRY"] = Path.Combine(_folder.Path, "registry");
        _fly = Process.Start(start)!;
        (await _fly.StandardOutput.ReadLineAsync()).ShouldNotBeNull();
    }

    private static void WriteProgram(string file, string script)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, (UnixFileMode)0b111_101_101);
    }

    [GeneratedRegex("<([a-z][a-z ]*)>")]
    private static partial Regex Placeholder();
}
