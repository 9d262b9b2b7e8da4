using JobSwipe.Monitoring.Alerts;
using JobSwipe.Monitoring.Expressions;

namespace JobSwipe.Monitoring.Objectives;

/// <summary>What is promised, and how the share of what went wrong is measured.</summary>
public sealed record Slo
{
    /// <summary>Its name in labels and files, in lower case with hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>The promise in one sentence.</summary>
    public required string Promise { get; init; }

    /// <summary>The share that must be good, in percent, above 0 and below 100.</summary>
    public required double Objective { get; init; }

    /// <summary>The share that was bad in a window, 0 to 1.</summary>
    public required Func<TimeSpan, Expr> BadShare { get; init; }

    /// <summary>Records that the share is made from, by name.</summary>
    public IReadOnlyList<(string Name, Expr Value)> Records { get; init; } = [];

    /// <summary>What to do when the budget burns.</summary>
    public required Runbook Runbook { get; init; }

    /// <summary>Input on which its budget burns fast.</summary>
    public required Scenario Burning { get; init; }

    /// <summary>Input on which it does not.</summary>
    public required Scenario Kept { get; init; }

    /// <summary>Whether a budget that burns fast wakes somebody; a backup or a deployment can wait for the morning.</summary>
    public bool Wakes { get; init; } = true;

    /// <summary>The time that the promise is kept over.</summary>
    public TimeSpan Period { get; init; } = TimeSpan.FromDays(30);

    /// <summary>The share that may be bad, 0 to 1.</summary>
    public double Budget => 1 - Objective / 100;

    /// <exception cref="SloInvalid">It cannot be kept or cannot be missed.</exception>
    public Slo Check()
    {
        if (double.IsNaN(Objective) || Objective <= 0 || Objective >= 100)
            throw new SloInvalid(Name, $"its objective is {Objective.ToString(System.Globalization.CultureInfo.InvariantCulture)} %, which leaves {(Objective >= 100 ? "no budget that could burn" : "nothing to keep")}", "Give a share above 0 and below 100, such as 99.9.");
        if (Period <= TimeSpan.Zero) throw new SloInvalid(Name, $"its period is {Period.TotalDays:0.##} days", "Give a period above zero, such as 30 days.");
        if (Period < TimeSpan.FromDays(7)) throw new SloInvalid(Name, $"its period of {Period.TotalDays:0.##} days is shorter than its longest window, 3 days, needs", "Give 7 days or more; 30 is usual.");
        return this;
    }
}

/// <summary>An objective that makes no sense.</summary>
public sealed class SloInvalid(string slo, string why, string remedy) : Tools.DeliveryError($"The objective '{slo}' is not valid: {why}.", remedy);
