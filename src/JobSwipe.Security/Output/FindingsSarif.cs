using System.Globalization;
using JobSwipe.Security.Gate;
using JobSwipe.Tools;

namespace JobSwipe.Security.Output;

/// <summary>The gate's findings as SARIF 2.1.0 for GitHub code scanning, which takes 25,000 results of a run; the worst come first. Waived ones are suppressions.</summary>
public static class FindingsSarif
{
    private const int MostResults = 25_000;

    /// <summary>The document.</summary>
    public static string Write(GateReport report)
    {
        var findings = report.Findings.Take(MostResults).ToArray();
        var rules = findings.Select(item => item.Finding).DistinctBy(finding => finding.Rule).ToArray();
        return Json.Write(new Dictionary<string, object>
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new[]
            {
                new
                {
                    Tool = new { Driver = new { Name = "jobswipe-security", Version = typeof(FindingsSarif).Assembly.GetName().Version!.ToString(3), Rules = rules.Select(Rule) } },
                    ColumnKind = "utf16CodeUnits",
                    Results = findings.Select(Result),
                },
            },
        });
    }

    private static object Rule(Finding finding)
    {
        var rule = new Dictionary<string, object>
        {
            ["id"] = finding.Rule,
            ["shortDescription"] = new { Text = finding.Title is { Length: > 0 } title ? title : finding.Rule },
            // GitHub sorts by this one.
            ["properties"] = new Dictionary<string, object> { ["security-severity"] = Score(finding).ToString("0.0", CultureInfo.InvariantCulture), ["tags"] = new[] { "security", finding.Kind.ToString().ToLowerInvariant() } },
        };
        if (finding.Link is { } link) rule["helpUri"] = link;
        return rule;
    }

    private static Dictionary<string, object> Result(JudgedFinding item)
    {
        var finding = item.Finding;
        var result = new Dictionary<string, object>
        {
            ["ruleId"] = finding.Rule,
            ["level"] = item.State == FindingState.Blocking ? "error" : item.State == FindingState.Noted ? "note" : "warning",
            ["message"] = new { Text = $"{(finding.Package is { } package ? $"{package} {finding.Version}: " : "")}{finding.Title} ({item.Why})" },
            ["partialFingerprints"] = new Dictionary<string, string> { ["jobswipe/v1"] = finding.Fingerprint },
            ["locations"] = new[]
            {
                new
                {
                    PhysicalLocation = new
                    {
                        ArtifactLocation = new { Uri = string.Join('/', finding.Path.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString)) },
                        Region = new { StartLine = Math.Max(finding.Line ?? 1, 1) },
                    },
                },
            },
        };
        if (item is { State: FindingState.Waived, Waiver: { } waiver }) result["suppressions"] = new[] { new { Kind = "external", Justification = waiver.Reason } };
        return result;
    }

    private static double Score(Finding finding) => finding.Cvss ?? finding.Severity switch
    {
        Severity.Critical => 9.5,
        Severity.High => 8,
        Severity.Medium => 5.5,
        Severity.Low => 2,
        _ => 0,
    };
}
