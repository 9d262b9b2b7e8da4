using System.Globalization;
using System.Text;
using JobSwipe.Monitoring.Catalogue;

namespace JobSwipe.Monitoring.Running;

/// <summary>
/// Metrics of exporters that cannot run here (Redis, Fly) and of targets that did not run (deployments, scans), with the values of a good day: the
/// rules and panels that read them are exercised, what they tell is not.
/// </summary>
internal static class StandIn
{
    private static readonly Dictionary<string, string> Values = new()
    {
        ["db"] = "db0", ["key"] = "celery", ["environment"] = "production", ["tool"] = "trivy", ["severity"] = "medium", ["state"] = "below",
        ["app"] = "jobswipe", ["region"] = "iad", ["host"] = "a1b2", ["status"] = "200", ["cpu_id"] = "0", ["mode"] = "user", ["minutes"] = "5", ["servername"] = "jobswipe.fly.dev", ["id"] = "vol_1",
    };

    private static readonly DateTimeOffset Began = DateTimeOffset.UtcNow;

    public static string Redis() => Text(typeof(RedisMetrics));

    public static string Fly() => Text(typeof(FlyMetrics)) + One(ProbeMetrics.CertificateExpiry, Now + 60 * 86400, "");

    public static string Pushed() => Text(typeof(DeliveryMetrics)) + Text(typeof(SecurityMetrics));

    /// <summary>The state of backups, the newest of an age.</summary>
    public static string Backups(TimeSpan age)
    {
        var text = new StringBuilder();
        foreach (var metric in MetricCatalogue.Of(typeof(BackupMetrics)))
            text.Append(One(metric, metric == BackupMetrics.Newest ? Now - age.TotalSeconds : Good(metric)));
        return text.ToString();
    }

    private static double Now => DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    private static string Text(Type exporter) => string.Concat(MetricCatalogue.Of(exporter).Select(metric => metric is Histogram histogram ? Buckets(histogram) : One(metric, Good(metric))));

    private static double Good(Metric metric) => metric switch
    {
        Counter => Math.Floor((DateTimeOffset.UtcNow - Began).TotalSeconds * 10),
        _ when metric.Name.Contains("timestamp", StringComparison.Ordinal) => Now,
        _ when metric == RedisMetrics.Up || metric == FlyMetrics.Up || metric == DeliveryMetrics.LastOutcomeGood || metric == SecurityMetrics.GatePassed => 1,
        _ when metric == DeliveryMetrics.ChangeFailureRatio => 0.05,
        _ when metric == FlyMetrics.VolumeUsed => 12,
        _ when metric.Name.EndsWith("_max_bytes", StringComparison.Ordinal) || metric.Name.EndsWith("_total", StringComparison.Ordinal) => 512e6,
        _ when metric.Name.EndsWith("_bytes", StringComparison.Ordinal) || metric.Name.EndsWith("_available", StringComparison.Ordinal) => 128e6,
        _ when metric.Name.EndsWith("_seconds", StringComparison.Ordinal) => 60,
        _ when metric == DeliveryMetrics.Deployments || metric == BackupMetrics.Count => 9,
        _ => 0,
    };

    private static string Buckets(Histogram metric)
    {
        var count = Good(new Counter(metric.Name, ""));
        return $"# TYPE {metric.Name} histogram\n"
            + string.Concat(((string[])["0.1", "0.5", "+Inf"]).Select(bound => Sample($"{metric.Name}_bucket", metric, count, $"le=\"{bound}\"")))
            + Sample($"{metric.Name}_count", metric, count, "") + Sample($"{metric.Name}_sum", metric, count / 20, "");
    }

    private static string One(Metric metric, double value, string more = "") => $"# TYPE {metric.Name} {metric.Type}\n{Sample(metric.Name, metric, value, more)}";

    private static string Sample(string name, Metric metric, double value, string more)
    {
        var labels = string.Join(',', metric.Labels.Select(label => $"{label.Name}=\"{Values[label.Name]}\"").Append(more).Where(label => label.Length > 0));
        return $"{name}{{{labels}}} {value.ToString("R", CultureInfo.InvariantCulture)}\n";
    }
}
