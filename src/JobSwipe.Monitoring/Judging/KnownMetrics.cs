using System.Text.RegularExpressions;
using JobSwipe.Monitoring.Catalogue;
using JobSwipe.Tools;

namespace JobSwipe.Monitoring.Judging;

/// <summary>Series that are exported, and the labels of each; null labels are not known.</summary>
public sealed partial class KnownMetrics
{
    private static readonly HashSet<string> Given =
        ["le", "quantile", "job", "instance", "app", "region", "host", "env", "environment", "service", "namespace", "pod", "cluster", "container", "team", "severity", "alertname", "alertstate"];
    private readonly Dictionary<string, HashSet<string>> _series;

    private KnownMetrics(Dictionary<string, HashSet<string>> series) => _series = series;

    /// <summary>This build's own catalogue.</summary>
    public static KnownMetrics Catalogue { get; } = new(MetricCatalogue.All
        .SelectMany(metric => metric.Series.Select(series => (series, metric)))
        .ToDictionary(one => one.series, one => one.metric.Labels.Select(label => label.Name).Concat(Given).ToHashSet()));

    /// <summary>The names.</summary>
    public IReadOnlyCollection<string> Names => _series.Keys;

    /// <summary>Reads what an exporter answers: from a file, or from an address.</summary>
    /// <param name="place">A file in Prometheus' text format, or <c>http(s)://…/metrics</c>.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="MetricsUnreadable">It is not there, does not answer, or holds no metrics.</exception>
    public static async Task<KnownMetrics> ReadAsync(string place, CancellationToken cancellation = default)
    {
        string text;
        try
        {
            using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
            text = place.StartsWith("http", StringComparison.Ordinal) ? await http.GetStringAsync(new Uri(place), cancellation) : await File.ReadAllTextAsync(place, cancellation);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or TaskCanceledException or UriFormatException or UnauthorizedAccessException)
        {
            throw new MetricsUnreadable(place, exception.Message);
        }
        var known = Parse(text);
        return known._series.Count > 0 ? known : throw new MetricsUnreadable(place, "no metrics are in it");
    }

    /// <summary>Reads Prometheus' text format 0.0.4. A metric of which only the type is told has no labels that are known.</summary>
    public static KnownMetrics Parse(string text)
    {
        var series = new Dictionary<string, HashSet<string>>();
        foreach (var line in text.Split('\n'))
        {
            if (Sample().Match(line) is { Success: true } sample)
            {
                if (!series.TryGetValue(sample.Groups[1].Value, out var labels)) series[sample.Groups[1].Value] = labels = [.. Given];
                foreach (Match label in LabelName().Matches(sample.Groups[2].Value)) labels.Add(label.Groups[1].Value);
            }
            else if (TypeLine().Match(line) is { Success: true } type)
            {
                var name = type.Groups[1].Value;
                foreach (var one in type.Groups[2].Value is "histogram" or "summary" ? new[] { $"{name}_bucket", $"{name}_count", $"{name}_sum" } : [name]) series.TryAdd(one, [.. Given, "*"]);
            }
        }
        foreach (var labels in series.Values.Where(labels => labels.Contains("*") && labels.Count > Given.Count + 1)) labels.Remove("*");
        return new KnownMetrics(series);
    }

    /// <summary>These and others.</summary>
    public KnownMetrics And(KnownMetrics other) => new(_series.Concat(other._series).GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.SelectMany(pair => pair.Value).ToHashSet()));

    /// <summary>The same, and records with any labels.</summary>
    public KnownMetrics WithRecords(IEnumerable<string> names) => And(new KnownMetrics(names.Distinct().ToDictionary(name => name, _ => new HashSet<string> { "*" })));

    /// <summary>Whether such a series is exported.</summary>
    public bool Has(string series) => _series.ContainsKey(series);

    /// <summary>Whether it has a label.</summary>
    public bool Has(string series, string label) => _series[series].Contains(label) || _series[series].Contains("*");

    /// <summary>Its labels, without those that every series may have.</summary>
    public IEnumerable<string> LabelsOf(string series) => _series[series].Except(Given).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? \S+")]
    private static partial Regex Sample();

    [GeneratedRegex(@"([a-zA-Z_]\w*)=""(?:[^""\\]|\\.)*""")]
    private static partial Regex LabelName();

    [GeneratedRegex(@"^# TYPE (\S+) (\w+)")]
    private static partial Regex TypeLine();
}

/// <summary>What is exported cannot be read.</summary>
public sealed class MetricsUnreadable(string place, string why) : DeliveryError(
    $"The metrics of '{place}' cannot be read: {why}", "Give a file in Prometheus' text format, such as curl …/metrics writes, or an address that answers it.");
