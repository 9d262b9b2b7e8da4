using System.Globalization;
using JobSwipe.Monitoring.Drill;

namespace JobSwipe.Reports.Sections;

/// <summary>Which faults the last detection drill injected, and how soon somebody was told of each.</summary>
public static class MonitoringSection
{
    /// <summary>The section.</summary>
    /// <param name="drill">The last drill's result; null when none ran here.</param>
    public static Section Of(DrillResult? drill)
    {
        if (drill is null) return new Section("monitoring", "Monitoring", "How soon a fault is told was not measured here: ./build.sh DetectionDrill.");
        var injected = drill.Faults.Where(fault => fault.NotRun is null).ToArray();
        var good = injected.Count(IsGood);
        var answered = drill.Panels.Count(panel => panel.Series > 0);
        return new Section("monitoring", "Monitoring", $"Drilled at the pace {drill.Pace} on {drill.At:yyyy-MM-dd HH:mm} UTC: {good} of {injected.Length} faults were told as they must be{(injected.Length < drill.Faults.Count ? $", {drill.Faults.Count - injected.Length} not run" : "")}.")
        {
            Figures =
            [
                new("mean time to detection", Seconds(drill.MeanSeconds), "under 2 min", drill.Undetected > 0 ? false : drill.MeanSeconds is { } mean ? mean < 120 : null),
                // What was not injected may be told or not: nobody knows.
                new("faults told as they must be", $"{good} of {drill.Faults.Count}", "all", good < injected.Length ? false : injected.Length > 0 && injected.Length == drill.Faults.Count ? true : null),
                new("queries of panels with data", $"{answered} of {drill.Panels.Count}", "all", drill.Panels.Count == 0 ? null : answered == drill.Panels.Count),
            ],
            Plots = injected.Length == 0 ? [] :
            [
                new("From the fault to the message, seconds", [.. injected.Select(fault => fault.Fault)],
                    new Series("told after", [.. injected.Select(fault => fault.SlackSeconds)]), new Series("budget", [.. injected.Select(fault => (double?)fault.BudgetSeconds)])),
            ],
            Tables =
            [
                new Table("Faults", ["Fault", "Alert", "Told after", "Budget", "Verdict"],
                    [.. drill.Faults.Select(fault => (IReadOnlyList<string>)[fault.Fault, fault.Alert, Seconds(fault.SlackSeconds), Seconds(fault.BudgetSeconds), Verdict(fault)])]),
            ],
        };
    }

    private static bool IsGood(DrilledFault fault) => fault.SlackSeconds <= fault.BudgetSeconds && fault.Problems.Count == 0;

    private static string Verdict(DrilledFault fault) => fault switch
    {
        { NotRun: { } why } => $"○ not run: {why}",
        { Problems.Count: > 0 } => $"✗ {string.Join("; ", fault.Problems)}",
        { SlackSeconds: null } => "✗ nobody was told",
        _ when !IsGood(fault) => "✗ too late",
        _ => "✓ in time",
    };

    private static string Seconds(double? seconds) => seconds is { } known ? $"{known.ToString("0.0", CultureInfo.InvariantCulture)} s" : "—";
}
