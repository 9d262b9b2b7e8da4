using System.Reflection;

namespace JobSwipe.Monitoring.Catalogue;

/// <summary>Every metric that a rule or a panel may name.</summary>
public static class MetricCatalogue
{
    /// <summary>The classes of metrics, one for each exporter.</summary>
    public static IReadOnlyList<Type> Exporters { get; } =
    [
        typeof(AppMetrics), typeof(NodeMetrics), typeof(PostgresMetrics), typeof(MigrationMetrics), typeof(BackupMetrics), typeof(DeliveryMetrics),
        typeof(SecurityMetrics), typeof(ProbeMetrics), typeof(RedisMetrics), typeof(FlyMetrics), typeof(PrometheusMetrics),
    ];

    /// <summary>All metrics.</summary>
    public static IReadOnlyList<Metric> All { get; } = [.. Exporters.SelectMany(Of)];

    /// <summary>The metrics of one exporter.</summary>
    public static IReadOnlyList<Metric> Of(Type exporter) =>
        [.. exporter.GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => property.GetValue(null)).OfType<Metric>()];
}
