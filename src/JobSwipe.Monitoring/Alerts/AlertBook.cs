using JobSwipe.Monitoring.Configuration;
using JobSwipe.Monitoring.Expressions;
using JobSwipe.Monitoring.Objectives;

namespace JobSwipe.Monitoring.Alerts;

/// <summary>Every rule, at a pace.</summary>
public sealed class AlertBook
{
    private AlertBook(Pace pace)
    {
        pace.Check();
        Pace = pace;
        var rates = Slos.All(pace).Select(slo => (slo, Rate: new BurnRate(slo, pace))).ToArray();
        Groups =
        [
            new("service", [], [.. ServiceAlerts.All(pace)]),
            new("database", [], [.. DatabaseAlerts.All(pace)]),
            new("host", [], [.. HostAlerts.All(pace)]),
            new("delivery", [], [.. DeliveryAlerts.All(pace)]),
            new("outside", [], [.. OutsideAlerts.All(pace)]),
            new("monitoring", [], [.. MonitoringAlerts.All(pace)]) { Reads = ["service", "database"] },
            .. rates.Select(one => new RuleGroup($"slo-{one.slo.Name}", [.. one.Rate.Records()], [.. one.Rate.Alerts()])),
        ];
    }

    /// <summary>The rules at a pace.</summary>
    /// <exception cref="PaceInvalid">Its times do not fit together.</exception>
    /// <exception cref="SloInvalid">An objective makes no sense.</exception>
    public static AlertBook At(Pace pace) => new(pace);

    /// <summary>How often everything happens.</summary>
    public Pace Pace { get; }

    /// <summary>Rules that are evaluated one after another.</summary>
    public IReadOnlyList<RuleGroup> Groups { get; }

    /// <summary>Every alert.</summary>
    public IEnumerable<Alert> Alerts => Groups.SelectMany(group => group.Alerts);

    /// <summary>Every record.</summary>
    public IEnumerable<RecordingRule> Records => Groups.SelectMany(group => group.Records);

    /// <summary>Every expression, with the name of its rule.</summary>
    public IEnumerable<(string Rule, Expr Value)> Expressions => Records.Select(record => (record.Name, record.Value)).Concat(Alerts.Select(alert => (alert.Name, alert.When)));
}

/// <summary>Rules that are evaluated one after another, and lie in one file.</summary>
public sealed record RuleGroup(string Name, IReadOnlyList<RecordingRule> Records, IReadOnlyList<Alert> Alerts)
{
    /// <summary>Groups whose alerts this one's rules read.</summary>
    public IReadOnlyList<string> Reads { get; init; } = [];
}
