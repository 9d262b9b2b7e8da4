using JobSwipe.Monitoring.Alerts;
using JobSwipe.Monitoring.Configuration;
using JobSwipe.Tools.Installing;
using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;
using Npgsql;

namespace JobSwipe.Monitoring.Running;

/// <summary>What the monitoring on this machine watches.</summary>
public sealed record StackSettings
{
    /// <summary>How often everything happens.</summary>
    public required Pace Pace { get; init; }

    /// <summary>The application's program.</summary>
    public required string Service { get; init; }

    /// <summary>SQL that makes its schema and data, in order.</summary>
    public required IReadOnlyList<string> Sql { get; init; }

    /// <summary>Prometheus' port; 0 takes a free one.</summary>
    public int PrometheusPort { get; init; }

    /// <summary>Told what is being started.</summary>
    public Action<string> Say { get; init; } = _ => { };
}

/// <summary>Prometheus, Alertmanager, exporters, the application and its database on loopback. All of it is ended and removed when disposed.</summary>
public sealed class LocalMonitoring : IAsyncDisposable
{
    private readonly StackSettings _settings;
    private readonly TemporaryFolder _folder = TemporaryFolder.Create("jsmon");
    private readonly Relay _relay = new();
    private Traffic? _traffic;

    private LocalMonitoring(StackSettings settings) => _settings = settings;

    internal Guard Guard { get; } = Guard.Start();

    internal PostgresCluster Cluster { get; private set; } = null!;

    internal Inbox Inbox { get; private set; } = null!;

    internal WatchedService Service { get; private set; } = null!;

    internal Daemon Prometheus { get; private set; } = null!;

    internal Daemon? DiskExporter { get; private set; }

    internal string Disk => Path.Combine(_folder.Path, "disk");

    internal string TextFiles => Path.Combine(_folder.Path, "text");

    /// <summary>Whether a disk of our own could be made; without it none is filled.</summary>
    internal bool HasDisk { get; private set; }

    /// <summary>How old the newest backup is said to be.</summary>
    internal TimeSpan BackupAge { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How often everything happens.</summary>
    public Pace Pace => _settings.Pace;

    /// <summary>Where Prometheus answers.</summary>
    public Uri PrometheusUrl { get; private set; } = null!;

    /// <summary>Where Alertmanager answers.</summary>
    public Uri AlertmanagerUrl { get; private set; } = null!;

    /// <summary>Where the application answers.</summary>
    public Uri ServiceUrl => new($"http://127.0.0.1:{_relay.Port}");

    /// <summary>Starts all of it and waits until every target was scraped.</summary>
    /// <exception cref="ToolsMissing">A program is not on this machine.</exception>
    /// <exception cref="PortTaken">The port that was asked for is in use.</exception>
    public static async Task<LocalMonitoring> StartAsync(StackSettings settings, CancellationToken cancellation = default)
    {
        var missing = ExternalTool.Monitoring.Append(ExternalTool.PostgresServer).Where(tool => tool.Locate() is null).ToArray();
        if (missing.Length > 0) throw new ToolsMissing(missing);
        var port = Ports.Require(settings.PrometheusPort, "Prometheus");
        var stack = new LocalMonitoring(settings);
        try
        {
            await stack.StartAsync(port, cancellation);
            return stack;
        }
        catch
        {
            await stack.DisposeAsync();
            throw;
        }
    }

    /// <summary>Puts a service with another fault, or none, in the place of the one that runs.</summary>
    internal async Task ReplaceServiceAsync(string? fault, CancellationToken cancellation)
    {
        var before = Service;
        Service = await WatchedService.StartAsync(_settings.Service, Database, fault, _folder.Path, Guard, cancellation);
        _relay.SwitchTo(Service.Port);
        // Answers what it has begun and closes idle connections: nobody sees the change.
        await Signals.SendAsync(before.Daemon.Id, "TERM");
    }

    internal void WriteBackups(TimeSpan age)
    {
        // The collector reads *.prom only, and must never see half a file.
        System.IO.File.WriteAllText(Path.Combine(TextFiles, "backup.new"), StandIn.Backups(age));
        System.IO.File.Move(Path.Combine(TextFiles, "backup.new"), Path.Combine(TextFiles, "backup.prom"), overwrite: true);
    }

    internal async Task StartPrometheusAsync(CancellationToken cancellation)
    {
        var settings = new PrometheusSettings(Path.Combine(_folder.Path, "prometheus.yml"), Path.Combine(_folder.Path, "data"), PrometheusUrl.Authority, Pace);
        Prometheus = await StartAsync(new Command(ExternalTool.Prometheus.Require(), settings.ToArguments()), "prometheus", new Uri(PrometheusUrl, "/-/ready"), cancellation);
    }

    /// <summary>Writes a file with the addresses and waits until somebody removes it.</summary>
    public async Task UntilRemovedAsync(string marker, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(marker)!);
        await System.IO.File.WriteAllTextAsync(marker, $"Prometheus {PrometheusUrl}\nAlertmanager {AlertmanagerUrl}\nJobSwipe {ServiceUrl}\n", cancellation);
        try
        {
            for (; System.IO.File.Exists(marker); await Task.Delay(500, cancellation)) WriteBackups(TimeSpan.FromHours(1));
        }
        catch (OperationCanceledException)
        {
            System.IO.File.Delete(marker);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_traffic is not null) await _traffic.DisposeAsync();
        _relay.Dispose();
        if (Inbox is not null) await Inbox.DisposeAsync();
        // As process 1 of its namespace the exporter does not hear a request to stop.
        if (DiskExporter is not null) await new Command("kill", "-KILL", "--", $"-{DiskExporter.Id}").RunAsync();
        Guard.Dispose();
        if (Cluster is not null) await Cluster.DisposeAsync();
        _folder.Dispose();
    }

    private DatabaseUrl Database => Cluster.Url.WithDatabase("jobswipe");

    private async Task StartAsync(int port, CancellationToken cancellation)
    {
        _settings.Say("starting PostgreSQL and JobSwipe");
        Cluster = await PostgresCluster.StartAsync(cancellation: cancellation);
        await Cluster.CreateDatabaseAsync("jobswipe", cancellation);
        await using (var source = NpgsqlDataSource.Create(Database.ToConnectionString()))
            foreach (var sql in _settings.Sql) await source.CreateCommand(sql).ExecuteNonQueryAsync(cancellation);
        Service = await WatchedService.StartAsync(_settings.Service, Database, null, _folder.Path, Guard, cancellation);
        _relay.SwitchTo(Service.Port);
        Inbox = Inbox.Start(Pace);

        _settings.Say("starting exporters, Alertmanager and Prometheus");
        Directory.CreateDirectory(TextFiles);
        Directory.CreateDirectory(Disk);
        WriteBackups(TimeSpan.FromHours(1));
        PrometheusUrl = new Uri($"http://127.0.0.1:{port}");
        AlertmanagerUrl = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        var (node, postgres, blackbox) = (FreePort.Next(), FreePort.Next(), FreePort.Next());
        var topology = LoopbackTopology.For(this, _relay.Port, node, postgres, blackbox, _folder.Path);
        Write("prometheus.yml", PrometheusFile.Write(Pace, topology));
        Write("alertmanager.yml", AlertmanagerFile.Write(Pace, topology));
        Write("queries.yml", ExporterFiles.PostgresQueries());
        Write("blackbox.yml", ExporterFiles.Blackbox());
        foreach (var group in AlertBook.At(Pace).Groups) Write($"rules/{group.Name}.yml", RulesFile.Write(group));
        foreach (var (name, path) in new[] { (AlertmanagerFile.PageFile, "page"), (AlertmanagerFile.SlackFile, "slack"), (AlertmanagerFile.DeadmanFile, "deadman") })
            Write(name, $"http://127.0.0.1:{Inbox.Port}/{path}");
        Write(ProductionTopology.FlyToken, Inbox.FlyToken);

        await StartNodeExporterAsync(node, cancellation);
        var environment = new Dictionary<string, string?> { ["DATA_SOURCE_NAME"] = $"{Database.ToUrlWithPassword()}?sslmode=disable" };
        await StartAsync(new Command(ExternalTool.PostgresExporter.Require(), new PostgresExporterSettings($"127.0.0.1:{postgres}", File("queries.yml")).ToArguments()) { Environment = environment }, "postgres-exporter", Root(postgres), cancellation);
        await StartAsync(new Command(ExternalTool.BlackboxExporter.Require(), new BlackboxSettings($"127.0.0.1:{blackbox}", File("blackbox.yml")).ToArguments()), "blackbox-exporter", Root(blackbox), cancellation);
        await StartAsync(new Command(ExternalTool.Alertmanager.Require(), new AlertmanagerSettings(File("alertmanager.yml"), File("alertmanager"), AlertmanagerUrl.Authority).ToArguments()), "alertmanager", new Uri(AlertmanagerUrl, "/-/ready"), cancellation);
        _traffic = new Traffic(_relay.Port);
        await StartPrometheusAsync(cancellation);
    }

    // In a mount namespace of its own, where a small disk can be made and filled, and nobody else sees it.
    private async Task StartNodeExporterAsync(int port, CancellationToken cancellation)
    {
        var settings = new NodeExporterSettings($"127.0.0.1:{port}", TextFiles);
        // The exporter reads the mounts of process 1, which it must be itself then.
        string[] unshare = [.. Environment.IsPrivilegedProcess ? (string[])[] : ["--user", "--map-root-user"], "--mount", "--pid", "--fork", "--mount-proc", "--kill-child"];
        var trial = await new Command("unshare", [.. unshare, "mount", "-t", "tmpfs", "tmpfs", Disk]).RunAsync(cancellation);
        HasDisk = trial.ExitCode == 0;
        var exporter = ExternalTool.NodeExporter.Require();
        // Without the drill's own disk the machine's are watched, and none is filled.
        var command = HasDisk
            ? new Command("unshare", [.. unshare, "sh", "-c", "mount -t tmpfs -o size=16m tmpfs \"$1\" && shift && exec \"$@\"", "sh", Disk, exporter,
                // Only the drill's: this machine's own disks are nobody's fault.
                .. (settings with { ExcludedTypes = "^(ext[234]|btrfs|xfs|zfs|overlay|proc|sysfs|squashfs|nfs.*|9p|virtiofs|fuse.*|vfat)$" }).ToArguments()])
            : new Command(exporter, settings.ToArguments());
        DiskExporter = await StartAsync(command, "node-exporter", Root(port), cancellation);
    }

    private async Task<Daemon> StartAsync(Command command, string name, Uri ready, CancellationToken cancellation)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        return await Daemon.StartAsync(command, File($"{name}.log"), Guard, async () =>
        {
            try
            {
                using var answer = await http.GetAsync(ready, cancellation);
                return answer.IsSuccessStatusCode;
            }
            catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
            {
                return false;
            }
        }, TimeSpan.FromSeconds(30), cancellation);
    }

    private string File(string name) => Path.Combine(_folder.Path, name);

    private static Uri Root(int port) => new($"http://127.0.0.1:{port}/");

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File(name))!);
        System.IO.File.WriteAllText(File(name), text);
    }
}
