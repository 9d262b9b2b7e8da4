using System.Globalization;
using System.Text;
using JobSwipe.Security.Gate;

namespace JobSwipe.Security.Output;

/// <summary>The gate's findings in Prometheus' text format (exposition format 0.0.4).</summary>
public static class SecurityMetrics
{
    /// <summary>The text.</summary>
    public static string Write(GateReport report, SecurityHistory history)
    {
        var text = new StringBuilder();
        Family("security_findings", "Findings, by scanner, severity and what the gate says.", report.Findings
            .GroupBy(item => (item.Finding.Tool, item.Finding.Severity, item.State))
            .Select(group => ($"tool=\"{Label(group.Key.Tool)}\",severity=\"{group.Key.Severity.ToString().ToLowerInvariant()}\",state=\"{group.Key.State.ToString().ToLowerInvariant()}\"", (double)group.Count())));
        Family("security_oldest_finding_age_seconds", "Age of the oldest finding that can be fixed, by severity.", report.Findings
            .Where(item => item.Due is not null && item.Finding.FirstSeen is not null).GroupBy(item => item.Finding.Severity)
            .Select(group => ($"severity=\"{group.Key.ToString().ToLowerInvariant()}\"", group.Max(item => (report.At - item.Finding.FirstSeen!.Value).TotalSeconds))));
        Family("security_overdue_findings", "Findings beyond their days to fix.", [("", report.Findings.Count(item => item.Due < report.At))]);
        Family("security_scanner_last_success_timestamp_seconds", "When a scanner last ran to its end, Unix time.", history.LastSuccess
            .Select(tool => ($"tool=\"{Label(tool.Key)}\"", (double)tool.Value.ToUnixTimeSeconds())));
        Family("security_gate_passed", "1 when the gate passed, else 0.", [("", report.Outcome == ScanOutcome.Passed ? 1 : 0)]);
        return text.ToString();

        void Family(string name, string help, IEnumerable<(string Labels, double Value)> values)
        {
            text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} gauge\n");
            foreach (var (labels, value) in values.OrderBy(item => item.Labels, StringComparer.Ordinal))
                text.Append(CultureInfo.InvariantCulture, $"{name}{(labels.Length > 0 ? $"{{{labels}}}" : "")} {value}\n");
        }
    }

    private static string Label(string text) => text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n");
}
