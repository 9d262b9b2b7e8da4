using JobSwipe.Monitoring.Expressions;

namespace JobSwipe.Monitoring.Configuration;

/// <summary>How often everything happens: from it come the rules' windows, and how long a fault takes to become a message.</summary>
public sealed record Pace
{
    /// <summary>The name: <c>production</c>, <c>fast</c> or <c>steady</c>.</summary>
    public required string Name { get; init; }

    /// <summary>How often targets are scraped.</summary>
    public required TimeSpan Scrape { get; init; }

    /// <summary>When a scrape is given up; below the interval, or a target that hangs would cost a scrape more.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>How often rules are evaluated.</summary>
    public required TimeSpan Evaluate { get; init; }

    /// <summary>How long the cause of an outage must last.</summary>
    public required TimeSpan Cause { get; init; }

    /// <summary>How long what users see must last. Longer than a cause, so that the cause is there first and inhibits it: one outage is one page.</summary>
    public required TimeSpan Symptom { get; init; }

    /// <summary>How long a burning budget must last. Longer again, for the same reason.</summary>
    public required TimeSpan Objective { get; init; }

    /// <summary>How long Alertmanager waits for more of the same group.</summary>
    public required TimeSpan GroupWait { get; init; }

    /// <summary>How long it waits before it tells of a change of the group, such as its end.</summary>
    public required TimeSpan GroupInterval { get; init; }

    /// <summary>How often an alert is sent to Alertmanager again; after four times that it counts as resolved, so a dead Prometheus shows as soon.</summary>
    public required TimeSpan Resend { get; init; }

    /// <summary>How often the Watchdog speaks.</summary>
    public required TimeSpan Heartbeat { get; init; }

    /// <summary>How long the outside dead-man's switch waits for it.</summary>
    public required TimeSpan Silence { get; init; }

    /// <summary>By what the windows of rules are divided.</summary>
    public double Compression { get; init; } = 1;

    /// <summary>What production runs.</summary>
    public static Pace Production { get; } = new()
    {
        Name = "production",
        Scrape = TimeSpan.FromSeconds(10), Timeout = TimeSpan.FromSeconds(8), Evaluate = TimeSpan.FromSeconds(10),
        Cause = TimeSpan.FromSeconds(10), Symptom = TimeSpan.FromSeconds(40), Objective = TimeSpan.FromSeconds(80),
        GroupWait = TimeSpan.FromSeconds(5), GroupInterval = TimeSpan.FromSeconds(30), Resend = TimeSpan.FromSeconds(10),
        Heartbeat = TimeSpan.FromSeconds(15), Silence = TimeSpan.FromSeconds(45),
    };

    /// <summary>For a drill: the same rules in seconds.</summary>
    public static Pace Fast { get; } = new()
    {
        Name = "fast",
        Scrape = TimeSpan.FromSeconds(1), Timeout = TimeSpan.FromMilliseconds(900), Evaluate = TimeSpan.FromSeconds(1),
        Cause = TimeSpan.Zero, Symptom = TimeSpan.FromSeconds(5), Objective = TimeSpan.FromSeconds(8),
        GroupWait = TimeSpan.Zero, GroupInterval = TimeSpan.FromSeconds(1), Resend = TimeSpan.FromSeconds(1),
        Heartbeat = TimeSpan.FromSeconds(1), Silence = TimeSpan.FromSeconds(3), Compression = 60,
    };

    /// <summary>For a drill on a machine that has other things to do: one scrape that times out is no outage.</summary>
    public static Pace Steady { get; } = Fast with
    {
        Name = "steady",
        Scrape = TimeSpan.FromSeconds(2), Timeout = TimeSpan.FromMilliseconds(1900), Cause = TimeSpan.FromSeconds(3), Symptom = TimeSpan.FromSeconds(8), Objective = TimeSpan.FromSeconds(11),
        Silence = TimeSpan.FromSeconds(4),
    };

    /// <summary>Every pace.</summary>
    public static IReadOnlyList<Pace> All { get; } = [Production, Fast, Steady];

    /// <summary>A window of production's, or what it is here; never so short that it holds less than five scrapes.</summary>
    public TimeSpan Window(TimeSpan production)
    {
        if (Compression == 1) return production;
        var window = TimeSpan.FromSeconds(Math.Ceiling(production.TotalSeconds / Compression));
        return window < Scrape * 5 ? Scrape * 5 : window;
    }

    /// <summary>A patience of production's, or what it is here.</summary>
    public TimeSpan Patience(TimeSpan production) => Compression == 1 ? production : TimeSpan.FromSeconds(Math.Max(3, Math.Ceiling(production.TotalSeconds / Compression / 4)));

    /// <summary>When an alert that nobody sends any more counts as resolved (Prometheus, rules/manager.go: four times the larger of the two).</summary>
    public TimeSpan Validity => (Evaluate > Resend ? Evaluate : Resend) * 4;

    /// <summary>The longest time from Prometheus' death to the switch's alarm.</summary>
    public TimeSpan DeadManBudget => Validity + Heartbeat + Silence;

    /// <summary>The pace of this name.</summary>
    public static Pace Named(string name) => All.FirstOrDefault(pace => pace.Name == name)
        ?? throw new Tools.DeliveryError($"There is no pace '{name}'.", $"Use one of: {string.Join(", ", All.Select(pace => pace.Name))}.");

    /// <exception cref="PaceInvalid">A time cannot be kept.</exception>
    public void Check()
    {
        if (Scrape <= TimeSpan.Zero || Evaluate <= TimeSpan.Zero) throw new PaceInvalid("an interval is not above zero");
        if (Timeout >= Scrape) throw new PaceInvalid($"the scrape timeout of {Duration.Text(Timeout)} is not below the interval of {Duration.Text(Scrape)}");
        // Or a page of the symptom goes out before the cause is known that would have inhibited it.
        if (Symptom < Scrape + Timeout + Evaluate + Cause) throw new PaceInvalid($"a symptom must last longer ({Duration.Text(Symptom)}) than its cause takes to be known ({Duration.Text(Scrape + Timeout + Evaluate + Cause)})");
        if (Objective <= Symptom) throw new PaceInvalid("an objective must last longer than a symptom");
        if (Compression < 1) throw new PaceInvalid("windows can be made shorter, not longer");
    }
}

/// <summary>Times that do not fit together.</summary>
public sealed class PaceInvalid(string why) : Tools.DeliveryError($"The pace of the monitoring cannot be kept: {why}.", "Correct it in Configuration/Pace.cs.");
