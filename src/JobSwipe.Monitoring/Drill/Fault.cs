using JobSwipe.Monitoring.Alerts;
using JobSwipe.Monitoring.Running;

namespace JobSwipe.Monitoring.Drill;

/// <summary>Something that is broken on purpose, who must be told, and how it is mended.</summary>
public sealed record Fault
{
    /// <summary>Its name on the command line.</summary>
    public required string Name { get; init; }

    /// <summary>The alert that must come, and no other page.</summary>
    public required string Alert { get; init; }

    /// <summary>Whether somebody must be woken.</summary>
    public bool IsPage { get; init; } = true;

    /// <summary>Alerts that may come with it as warnings.</summary>
    public IReadOnlyList<string> With { get; init; } = [];

    /// <summary>Breaks it; the fault is there when it returns.</summary>
    public required Func<LocalMonitoring, CancellationToken, Task> Break { get; init; }

    /// <summary>Mends it.</summary>
    public required Func<LocalMonitoring, CancellationToken, Task> Mend { get; init; }

    /// <summary>The longest time that the message may take at a pace.</summary>
    public TimeSpan Budget(AlertBook book) => Alert == Inbox.MonitoringDead
        ? book.Pace.DeadManBudget + TimeSpan.FromSeconds(2)
        : book.Alerts.Single(alert => alert.Name == Alert).Budget(book.Pace);
}

/// <summary>Every fault that can be injected here.</summary>
public static class Faults
{
    /// <summary>All of them, in the order in which they leave the least behind.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        new()
        {
            Name = "killed", Alert = "ServiceDown",
            Break = (local, _) => Signals.SendAsync(local.Service.Daemon.Id, "KILL"),
            Mend = (local, cancellation) => local.ReplaceServiceAsync(null, cancellation),
        },
        new()
        {
            Name = "hung", Alert = "ServiceDown",
            Break = (local, _) => Signals.SendAsync(local.Service.Daemon.Id, "STOP"),
            Mend = (local, _) => Signals.SendAsync(local.Service.Daemon.Id, "CONT"),
        },
        new()
        {
            Name = "errors", Alert = "ErrorsHigh",
            Break = (local, cancellation) => local.ReplaceServiceAsync("error-500:5%", cancellation),
            Mend = (local, cancellation) => local.ReplaceServiceAsync(null, cancellation),
        },
        new()
        {
            Name = "slow", Alert = "LatencyHigh",
            Break = (local, cancellation) => local.ReplaceServiceAsync("slow:600ms", cancellation),
            Mend = (local, cancellation) => local.ReplaceServiceAsync(null, cancellation),
        },
        new()
        {
            Name = "database", Alert = "DatabaseDown", With = ["ExporterDown", "MetricsMissing"],
            Break = (local, cancellation) => DatabaseServer.StopAsync(local.Cluster, cancellation),
            Mend = (local, cancellation) => DatabaseServer.StartAsync(local.Cluster, cancellation),
        },
        new()
        {
            Name = "disk", Alert = "DiskFull", With = ["DiskFilling"],
            Break = (local, cancellation) => SmallDisk.FillAsync(local, cancellation),
            Mend = (local, _) => SmallDisk.EmptyAsync(local),
        },
        new()
        {
            Name = "backup", Alert = "BackupMissed", IsPage = false,
            Break = (local, _) => { local.BackupAge = TimeSpan.FromHours(27); return Task.CompletedTask; },
            Mend = (local, _) => { local.BackupAge = TimeSpan.FromHours(1); return Task.CompletedTask; },
        },
        new()
        {
            Name = "prometheus", Alert = Inbox.MonitoringDead,
            Break = (local, _) => Signals.SendAsync(local.Prometheus.Id, "KILL"),
            Mend = (local, cancellation) => local.StartPrometheusAsync(cancellation),
        },
    ];

    /// <summary>The faults of these names; all without any.</summary>
    /// <exception cref="FaultUnknown">There is none of that name.</exception>
    public static IReadOnlyList<Fault> Named(IReadOnlyList<string> names) => names.Count == 0 ? All
        : [.. names.Select(name => All.FirstOrDefault(fault => fault.Name == name) ?? throw new FaultUnknown(name))];
}

/// <summary>There is no such fault.</summary>
public sealed class FaultUnknown(string name) : Tools.DeliveryError(
    $"There is no fault '{name}' to inject.", $"Use some of: {string.Join(", ", Faults.All.Select(fault => fault.Name))}.");
