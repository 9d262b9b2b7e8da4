using JobSwipe.Monitoring.Expressions;

namespace JobSwipe.Monitoring.Alerts;

/// <summary>Series over time, and whether an alert fires on them: a unit test that promtool runs.</summary>
public sealed record Scenario
{
    /// <summary>Series and their values, in promtool's notation: <c>0+10x5</c>.</summary>
    public required IReadOnlyList<(string Series, string Values)> Input { get; init; }

    /// <summary>The time between two values; a rule with a window of a minute needs more than one in it.</summary>
    public TimeSpan Step { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>When it is looked at.</summary>
    public TimeSpan At { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The labels that the alert has beyond those that its rule gives it.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>What the message says, in full: a ratio that is shown as a percentage fails here.</summary>
    public string? Says { get; init; }

    /// <summary>Values of selected series.</summary>
    public static Scenario Of(params IReadOnlyList<(Series Series, string Values)> input) => new() { Input = [.. input.Select(one => (one.Series.Text, one.Values))] };

    /// <summary>The same at another time.</summary>
    public Scenario After(TimeSpan time) => this with { At = time };

    /// <summary>The same with a value at every scrape.</summary>
    public Scenario AtEveryScrape() => this with { Step = TimeSpan.FromSeconds(15) };

    /// <summary>The same, with what must come out.</summary>
    public Scenario Fires(string says, params IReadOnlyList<(string Name, string Value)> labels) =>
        this with { Says = says, Labels = labels.ToDictionary(label => label.Name, label => label.Value) };
}
