using JobSwipe.Monitoring.Configuration;
using JobSwipe.Monitoring.Expressions;

namespace JobSwipe.Monitoring.Alerts;

/// <summary>One alert. Without a runbook, a test that it fires and one that it does not, it does not compile.</summary>
public sealed record Alert
{
    /// <summary>Its name, and that of its runbook.</summary>
    public required string Name { get; init; }

    /// <summary>Who is told.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Where the fault sits.</summary>
    public required Tier Tier { get; init; }

    /// <summary>What it is about; a critical alert silences a warning on the same subject.</summary>
    public required string Subject { get; init; }

    /// <summary>When it fires.</summary>
    public required Expr When { get; init; }

    /// <summary>How long it must last.</summary>
    public required TimeSpan For { get; init; }

    /// <summary>One line.</summary>
    public required string Summary { get; init; }

    /// <summary>What is the case now, with <c>{{ $value }}</c> in its unit.</summary>
    public required string Description { get; init; }

    /// <summary>What to do.</summary>
    public required Runbook Runbook { get; init; }

    /// <summary>Series that make it fire.</summary>
    public required Scenario Firing { get; init; }

    /// <summary>Series that do not: near to the limit, on its good side.</summary>
    public required Scenario Quiet { get; init; }

    /// <summary>The name of its runbook; alerts of one objective share theirs.</summary>
    public string RunbookName { get => field ?? Name; init; }

    /// <summary>How long the series need to cross the limit after a fault of the size that the drill injects.</summary>
    public TimeSpan Fills { get; init; }

    /// <summary>Whether it tells of something that happens at once, so that the time to the message is a promise; others need hours to build up.</summary>
    public bool IsSudden { get; init; }

    /// <summary>The labels that its rule gives it.</summary>
    public IReadOnlyDictionary<string, string> Labels => new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["severity"] = Severity.ToString().ToLowerInvariant(),
        ["service"] = "jobswipe",
        ["tier"] = Tier.ToString().ToLowerInvariant(),
        ["subject"] = Subject,
    };

    /// <summary>The longest time from the fault to the message: computed from the settings, held against the drill.</summary>
    public TimeSpan Budget(Pace pace) =>
        // A target that hangs is known to be down one timeout after its scrape began.
        pace.Scrape + pace.Timeout + pace.Window(Fills) * (Fills > TimeSpan.Zero ? 1 : 0) + pace.Evaluate + Evaluations(pace) + pace.GroupWait + Delivery;

    // A rule waits for whole evaluations.
    private TimeSpan Evaluations(Pace pace) => pace.Evaluate * Math.Ceiling(For / pace.Evaluate);

    // From Alertmanager to the webhook; the group's own timer included.
    private static TimeSpan Delivery { get; } = TimeSpan.FromSeconds(1);
}
