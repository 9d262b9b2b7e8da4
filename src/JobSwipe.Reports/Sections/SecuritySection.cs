using System.Globalization;
using JobSwipe.Security;
using JobSwipe.Security.Gate;

namespace JobSwipe.Reports.Sections;

/// <summary>What scanners found, what the gate said of it, and how that went over time.</summary>
public static class SecuritySection
{
    private const int ShownRuns = 30;
    private const int ShownFindings = 500;
    private static readonly Severity[] Severities = [Severity.Critical, Severity.High, Severity.Medium, Severity.Low, Severity.Unknown];

    /// <summary>The section.</summary>
    /// <param name="report">The last gate's; null when none ran here.</param>
    /// <param name="history">What is remembered from run to run.</param>
    /// <param name="now">Now, UTC.</param>
    public static Section Of(GateReport? report, SecurityHistory history, DateTimeOffset now)
    {
        if (report is null && history.Runs.Count == 0) return new Section("security", "Security", "Nothing was decided yet: ./build.sh Trivy GitleaksScan DependencyScan StaticAnalysis SecurityGate.");
        var findings = report?.Findings ?? [];
        var open = findings.Where(item => item.State is not FindingState.Waived).ToArray();
        var critical = open.Count(item => item.Finding.Severity == Severity.Critical);
        var overdue = open.Count(item => item.Due < now);
        return new Section("security", "Security", report is null ? "The last gate ran on another machine; here is how it went over time." : $"{Words(report.Outcome)} on {report.At:yyyy-MM-dd HH:mm} UTC: {report.Summary}.")
        {
            Figures = report is null ? [] :
            [
                // Without every scanner nobody can say that there are none.
                new("critical vulnerabilities", Number(critical), "0", report.Scans.All(scan => scan.Ran) || critical > 0 ? critical == 0 : null),
                new("findings that stop a release", Number(findings.Count(item => item.State == FindingState.Blocking)), "0", report.Outcome == ScanOutcome.NotRun ? null : report.Outcome == ScanOutcome.Passed),
                new("older than their days to fix", Number(overdue), "0", overdue == 0),
                new("oldest open finding", DeliverySection.Span(open.Select(item => item.Finding.FirstSeen).Min() is { } first ? now - first : null)),
                new("scanners that ran", $"{report.Scans.Count(scan => scan.Ran)} of {report.Scans.Count}", "all", report.Scans.All(scan => scan.Ran)),
            ],
            Plots = [.. Plots(findings, history)],
            Tables = report is null ? [] : [.. Tables(report, history)],
        };
    }

    private static IEnumerable<Plot> Plots(IReadOnlyList<JudgedFinding> findings, SecurityHistory history)
    {
        if (findings.Count > 0) yield return new("Open findings by severity", [.. Severities.Select(severity => severity.ToString())],
            new Series("findings", [.. Severities.Select(severity => (double?)findings.Count(item => item.State != FindingState.Waived && item.Finding.Severity == severity))]));
        var runs = history.Runs.TakeLast(ShownRuns).ToArray();
        if (runs.Length < 2) yield break;
        yield return new("Findings of each run of the gate", [.. runs.Select(run => run.At.ToString("d MMM HH:mm", CultureInfo.InvariantCulture))],
            new Series("blocking", [.. runs.Select(run => (double?)run.Counts.GetValueOrDefault(FindingState.Blocking))]),
            new Series("all", [.. runs.Select(run => (double?)run.Counts.Values.Sum())]));
    }

    private static IEnumerable<Table> Tables(GateReport report, SecurityHistory history)
    {
        yield return new("Scanners", ["Scanner", "Outcome", "Findings", "Seconds", "Last success", "Said"],
            [.. report.Scans.Select(scan => (IReadOnlyList<string>)
            [
                scan.Tool, Words(scan.Outcome), Number(report.Findings.Count(item => item.Finding.Tool == scan.Tool || item.Finding.AlsoBy.Contains(scan.Tool))), scan.Seconds.ToString("0.0", CultureInfo.InvariantCulture),
                history.LastSuccess.TryGetValue(scan.Tool, out var at) ? $"{at:yyyy-MM-dd HH:mm} UTC" : "never", scan.Detail,
            ])]);
        var components = report.Findings.Where(item => item.State != FindingState.Waived).GroupBy(item => item.Finding.Package ?? item.Finding.Path)
            .OrderByDescending(group => group.Max(item => item.Finding.Severity)).ThenByDescending(group => group.Count()).Take(ShownRuns)
            .Select(group => (IReadOnlyList<string>)[group.Key, Number(group.Count()), group.Max(item => item.Finding.Severity).ToString(), group.Select(item => item.Finding.FixedVersion).FirstOrDefault(version => version is not null) ?? "no fix"]).ToArray();
        if (components.Length > 0) yield return new("Components with the worst findings", ["Component", "Findings", "Worst", "Fixed in"], components);
        if (report.Findings.Count > 0) yield return Findings(report.Findings);
        var waived = report.Findings.Where(item => item.Waiver is not null).Select(item => (IReadOnlyList<string>)[item.Waiver!.Id, item.Waiver.Scope, item.Waiver.Owner, item.Waiver.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), item.Waiver.Reason]).DistinctBy(row => string.Join('\0', row)).ToArray();
        if (waived.Length > 0) yield return new("Waivers", ["Finding", "Scope", "Owner", "Expires", "Reason"], waived);
        if (report.Warnings.Count > 0) yield return new("To look at", ["Warning"], [.. report.Warnings.Select(warning => (IReadOnlyList<string>)[warning])]);
    }

    private static Table Findings(IReadOnlyList<JudgedFinding> findings)
    {
        var shown = findings.OrderBy(item => item.State).ThenByDescending(item => item.Finding.Severity).Take(ShownFindings).ToArray();
        return new("Findings, those that stop a release first", ["Finding", "State", "Severity", "Component", "Fixed in", "By", "First seen", "Why"],
            [.. shown.Select(item => (IReadOnlyList<string>)
            [
                item.Finding.Rule, Words(item.State), item.Finding.Cvss is { } score ? $"{item.Finding.Severity} {score.ToString("0.0", CultureInfo.InvariantCulture)}" : item.Finding.Severity.ToString(),
                item.Finding.Package is { } package ? $"{package} {item.Finding.Version}" : $"{item.Finding.Path}{(item.Finding.Line is { } line ? $":{line}" : "")}",
                item.Finding.FixedVersion ?? "—", string.Join(", ", item.Finding.AlsoBy.Prepend(item.Finding.Tool)), item.Finding.FirstSeen?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "now", item.Why,
            ])])
        {
            Links = [.. shown.Select(item => item.Finding.Link)],
            CanFilter = true,
            Hidden = findings.Count - shown.Length,
        };
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Words(ScanOutcome outcome) => outcome switch { ScanOutcome.Passed => "Passed", ScanOutcome.Blocked => "Blocked", ScanOutcome.NotRun => "Not run", _ => "Scanner error" };

    private static string Words(FindingState state) => state.ToString().ToLowerInvariant();
}
