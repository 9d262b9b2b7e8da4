using JobSwipe.Monitoring.Expressions;

namespace JobSwipe.Monitoring.Catalogue;

/// <summary>A metric that somebody exports.</summary>
/// <param name="name">Its name.</param>
/// <param name="help">What it tells.</param>
/// <param name="labels">The labels that its exporter gives it.</param>
public abstract class Metric(string name, string help, IReadOnlyList<Label> labels)
{
    private static readonly Label[] GivenByScraping = [Label.Job, Label.Instance, Label.Environment];

    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>What it tells.</summary>
    public string Help { get; } = help;

    /// <summary>The labels that its exporter gives it.</summary>
    public IReadOnlyList<Label> Labels { get; } = labels;

    /// <summary>What Prometheus' text format calls its type.</summary>
    public abstract string Type { get; }

    /// <summary>The names of its series: a histogram has three.</summary>
    public virtual IReadOnlyList<string> Series => [Name];

    /// <summary>Whether a label may be named together with it.</summary>
    public virtual bool Has(Label label) => Labels.Contains(label) || GivenByScraping.Contains(label);

    internal string Select(string series, IReadOnlyList<LabelMatch> matches)
    {
        foreach (var match in matches.Where(match => !Has(match.Label))) throw new LabelUnknown(Name, match.Label.Name, Labels);
        return matches.Count == 0 ? series : $"{series}{{{string.Join(",", matches)}}}";
    }
}

/// <summary>A number that only grows, until its process starts anew. Only its rate says something.</summary>
public sealed class Counter(string name, string help, params IReadOnlyList<Label> labels) : Metric(name, help, labels)
{
    /// <inheritdoc/>
    public override string Type => "counter";

    /// <summary>Its series with these labels.</summary>
    public CounterSeries Where(params IReadOnlyList<LabelMatch> matches) => new(Select(Name, matches));

    /// <summary>How fast it grows, a second.</summary>
    public Expr Rate(TimeSpan window) => Where().Rate(window);
}

/// <summary>A number that goes up and down.</summary>
public sealed class Gauge(string name, string help, params IReadOnlyList<Label> labels) : Metric(name, help, labels)
{
    /// <inheritdoc/>
    public override string Type => "gauge";

    /// <summary>Its series with these labels.</summary>
    public GaugeSeries Where(params IReadOnlyList<LabelMatch> matches) => new(Select(Name, matches));

    /// <summary>Its value now.</summary>
    public Expr Now => Where().Now;
}

/// <summary>How many observations fell below each of some bounds.</summary>
public sealed class Histogram(string name, string help, params IReadOnlyList<Label> labels) : Metric(name, help, labels)
{
    /// <inheritdoc/>
    public override string Type => "histogram";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Series => [$"{Name}_bucket", $"{Name}_count", $"{Name}_sum"];

    /// <inheritdoc/>
    public override bool Has(Label label) => label == Label.Bucket || base.Has(label);

    /// <summary>Observations below a bound.</summary>
    public CounterSeries Buckets(params IReadOnlyList<LabelMatch> matches) => new(Select($"{Name}_bucket", matches));

    /// <summary>All observations.</summary>
    public CounterSeries Count(params IReadOnlyList<LabelMatch> matches) => new(Select($"{Name}_count", matches));

    /// <summary>The sum of all observations.</summary>
    public CounterSeries Sum(params IReadOnlyList<LabelMatch> matches) => new(Select($"{Name}_sum", matches));

    /// <summary>The value that a share of the observations stays below.</summary>
    public Expr Quantile(double share, TimeSpan window, params IReadOnlyList<LabelMatch> matches) =>
        Expr.Quantile(share, Buckets(matches).Rate(window).SumBy(Label.Bucket));
}

/// <summary>A metric has no such label.</summary>
public sealed class LabelUnknown(string metric, string label, IReadOnlyList<Label> has) : Tools.DeliveryError(
    $"The metric '{metric}' has no label '{label}'.", $"Use one that it has: {string.Join(", ", has)}.");
