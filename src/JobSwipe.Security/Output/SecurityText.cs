using JobSwipe.Security.Gate;

namespace JobSwipe.Security.Output;

/// <summary>A gate's report for a terminal.</summary>
public static class SecurityText
{
    private const int Most = 50;

    /// <summary>Its lines: the decision, each scanner, and the findings, worst first.</summary>
    public static IEnumerable<string> Lines(GateReport report)
    {
        yield return $"{report.Outcome} on {report.At:yyyy-MM-dd HH:mm} UTC: {report.Summary}";
        foreach (var scan in report.Scans) yield return $"{scan.Tool,-16} {scan.Outcome,-12} {scan.Findings,5} findings  {(scan.Ran ? "" : scan.Detail)}".TrimEnd();
        foreach (var item in report.Findings.Take(Most))
            yield return $"{item.State,-8} {item.Finding.Severity,-8} {item.Finding.Rule} in {(item.Finding.Package is { } package ? $"{package} {item.Finding.Version}, " : "")}{item.Finding.Path}: {item.Why}";
        if (report.Findings.Count > Most) yield return $"and {report.Findings.Count - Most} more in findings.json";
        foreach (var warning in report.Warnings) yield return $"warning: {warning}";
    }
}
