using JobSwipe.Tools;

namespace JobSwipe.Monitoring.Drill;

/// <summary>What became of one fault.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Alert">The alert that had to come.</param>
/// <param name="BudgetSeconds">The longest time that it might take, from the settings.</param>
/// <param name="SlackSeconds">From the fault to the webhook; null when nothing came.</param>
/// <param name="MailSeconds">From the fault to the mail server; null when nothing came, or none is sent.</param>
/// <param name="ResolvedSeconds">From the mending to the message of the end.</param>
/// <param name="Pages">How often somebody was woken.</param>
/// <param name="Problems">What was not as it must be.</param>
/// <param name="NotRun">Why the fault was not injected; null when it was.</param>
public sealed record DrilledFault(string Fault, string Alert, double BudgetSeconds, double? SlackSeconds, double? MailSeconds, double? ResolvedSeconds, int Pages, IReadOnlyList<string> Problems, string? NotRun = null);

/// <summary>A panel's or a rule's query, asked of a Prometheus with data.</summary>
/// <param name="Where">Dashboard and panel.</param>
/// <param name="Query">The query.</param>
/// <param name="Series">How many series came back.</param>
public sealed record AnsweredQuery(string Where, string Query, int Series);

/// <summary>A whole drill, as <c>artifacts/monitoring/drill.json</c> holds it.</summary>
/// <param name="At">When it began.</param>
/// <param name="Pace">The name of its pace.</param>
/// <param name="Faults">Each fault.</param>
/// <param name="Panels">Each panel's query.</param>
/// <param name="RuleMilliseconds">How long one evaluation of all rules took, median.</param>
public sealed record DrillResult(DateTimeOffset At, string Pace, IReadOnlyList<DrilledFault> Faults, IReadOnlyList<AnsweredQuery> Panels, double RuleMilliseconds)
{
    /// <summary>Faults that were injected and that nobody was told of. The mean is without them.</summary>
    public int Undetected => Faults.Count(fault => fault.NotRun is null && fault.SlackSeconds is null);

    /// <summary>Everything that was not as it must be.</summary>
    public IReadOnlyList<string> Problems =>
        [.. Faults.SelectMany(fault => fault.Problems.Select(problem => $"{fault.Fault}: {problem}")), .. Panels.Where(panel => panel.Series == 0).Select(panel => $"{panel.Where}: no data for {panel.Query}")];

    /// <summary>Mean time to detection, seconds; null when no fault was injected.</summary>
    public double? MeanSeconds => Faults.Where(fault => fault.SlackSeconds is not null).Select(fault => fault.SlackSeconds).Average();

    /// <summary>A table for people.</summary>
    public IEnumerable<string> Table()
    {
        yield return $"{"fault",-12} {"alert",-16} {"budget",7} {"slack",7} {"mail",7} {"resolved",8} {"pages",5}";
        foreach (var fault in Faults)
            yield return fault.NotRun is { } why ? $"{fault.Fault,-12} not run: {why}"
                : $"{fault.Fault,-12} {fault.Alert,-16} {fault.BudgetSeconds,5:0.0} s {Seconds(fault.SlackSeconds)} {Seconds(fault.MailSeconds)} {Seconds(fault.ResolvedSeconds),8} {fault.Pages,5}{string.Concat(fault.Problems.Select(problem => $"  {problem}"))}";
    }

    /// <summary>Writes the result.</summary>
    public void Save(string file) => Json.WriteFile(file, this);

    /// <summary>Reads the last drill's result; null when none ran here.</summary>
    /// <exception cref="DeliveryError">It is no such document, or something of it is missing.</exception>
    public static DrillResult? Find(string file) => File.Exists(file) ? Json.ReadWhole<DrillResult>(File.ReadAllText(file), file) : null;

    /// <exception cref="DrillFailed">Something was not as it must be.</exception>
    public void Require()
    {
        if (Problems.Count > 0) throw new DrillFailed(Problems);
    }

    private static string Seconds(double? seconds) => seconds is { } known ? $"{known,5:0.00} s" : "      –";
}

/// <summary>A fault was not told, late, twice, or something else was told.</summary>
public sealed class DrillFailed(IReadOnlyList<string> problems) : DeliveryError(
    $"The detection drill failed:{string.Concat(problems.Select(problem => $"{Environment.NewLine}  {problem}"))}",
    "Look at the alert's rule and route in src/JobSwipe.Monitoring; ./build.sh DetectionDrill --faults <one> repeats a single fault.");
