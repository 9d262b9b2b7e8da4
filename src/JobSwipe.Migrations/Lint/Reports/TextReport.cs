using System.Text;

namespace JobSwipe.Migrations.Lint.Reports;

/// <summary>Findings for people: place, severity, rule and what is wrong in one line that editors can follow, the safe way in the next.</summary>
internal static class TextReport
{
    public static string Write(LintReport report)
    {
        var text = new StringBuilder();
        foreach (var finding in report.Findings)
        {
            text.Append($"{finding.File}:{finding.Line}:{finding.Column}: {finding.Severity.ToString().ToLowerInvariant()} {finding.Rule}: {finding.Message}\n");
            text.Append($"  → {finding.Help}\n");
        }
        var counts = report.Findings.GroupBy(finding => finding.Severity).OrderByDescending(group => group.Key)
            .Select(group => Count(group.Count(), group.Key.ToString().ToLowerInvariant()));
        var waived = report.Waived.Count > 0 ? $", {report.Waived.Count} waived" : "";
        return text.Append($"{Count(report.Files, "script")}: {(report.Findings.Count == 0 ? "no findings" : string.Join(", ", counts))}{waived}\n").ToString();
    }

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
