using JobSwipe.Monitoring.Configuration;
using JobSwipe.Monitoring.Expressions;

namespace JobSwipe.Monitoring.Running;

/// <summary>Prometheus' command line (2.42, <c>prometheus --help</c>).</summary>
public sealed record PrometheusSettings(string Config, string Data, string Listen, Pace Pace)
{
    /// <summary>How long samples are kept; the whole period of the objectives and a week to look back.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(37);

    /// <summary>The arguments.</summary>
    public IReadOnlyList<string> ToArguments() =>
    [
        $"--config.file={Config}",
        $"--storage.tsdb.path={Data}",
        $"--storage.tsdb.retention.time={Duration.Text(Retention)}",
        $"--web.listen-address={Listen}",
        // Four times this after its death the Watchdog counts as resolved; the default of a minute would make that four minutes.
        $"--rules.alert.resend-delay={Duration.Text(Pace.Resend)}",
    ];
}

/// <summary>Alertmanager's command line (0.25, <c>prometheus-alertmanager --help</c>).</summary>
public sealed record AlertmanagerSettings(string Config, string Data, string Listen)
{
    /// <summary>The arguments.</summary>
    public IReadOnlyList<string> ToArguments() =>
    [
        $"--config.file={Config}",
        $"--storage.path={Data}",
        $"--web.listen-address={Listen}",
        // One alone: without this it would listen for others on every address.
        "--cluster.listen-address=",
    ];
}

/// <summary>The node exporter's command line (1.5, <c>prometheus-node-exporter --help</c>).</summary>
public sealed record NodeExporterSettings(string Listen, string TextFiles)
{
    /// <summary>File systems that are left out, by type.</summary>
    public string ExcludedTypes { get; init; } = "^(autofs|binfmt_misc|bpf|cgroup2?|configfs|debugfs|devpts|devtmpfs|fusectl|hugetlbfs|mqueue|nsfs|overlay|proc|procfs|pstore|securityfs|squashfs|sysfs|tracefs)$";

    /// <summary>The arguments.</summary>
    public IReadOnlyList<string> ToArguments() =>
    [
        $"--web.listen-address={Listen}",
        "--collector.disable-defaults",
        "--collector.cpu", "--collector.filesystem", "--collector.loadavg", "--collector.meminfo", "--collector.netdev", "--collector.textfile", "--collector.time",
        $"--collector.textfile.directory={TextFiles}",
        $"--collector.filesystem.fs-types-exclude={ExcludedTypes}",
        "--collector.filesystem.mount-points-exclude=^/(dev|proc|run|sys)($|/)",
    ];
}

/// <summary>The PostgreSQL exporter's command line (0.11, <c>prometheus-postgres-exporter --help</c>); the database's address travels in DATA_SOURCE_NAME.</summary>
public sealed record PostgresExporterSettings(string Listen, string Queries)
{
    /// <summary>The arguments.</summary>
    public IReadOnlyList<string> ToArguments() => [$"--web.listen-address={Listen}", $"--extend.query-path={Queries}"];
}

/// <summary>The blackbox exporter's command line (0.23, <c>prometheus-blackbox-exporter --help</c>).</summary>
public sealed record BlackboxSettings(string Listen, string Config)
{
    /// <summary>The arguments.</summary>
    public IReadOnlyList<string> ToArguments() => 
    [
        $"--web.listen-address={Listen}",
        $"--config.file={Config}",
        // It gives up this much before Prometheus does; the default of half a second is most of a drill's timeout.
        "--timeout-offset=0.05",
    ];
}
