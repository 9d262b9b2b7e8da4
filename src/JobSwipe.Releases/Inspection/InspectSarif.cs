using JobSwipe.Migrations.Lint;
using JobSwipe.Tools;

namespace JobSwipe.Releases.Inspection;

/// <summary>Findings as SARIF 2.1.0 (OASIS standard, https://docs.oasis-open.org/sarif/sarif/v2.1.0/).</summary>
internal static class InspectSarif
{
    public static string Write(InspectReport report) => Json.Write(new Dictionary<string, object>
    {
        ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
        ["version"] = "2.1.0",
        ["runs"] = new[]
        {
            new
            {
                Tool = new { Driver = new { Name = "jobswipe-inspect", Version = typeof(InspectSarif).Assembly.GetName().Version!.ToString(3), Rules = InspectRules.All.Select(Rule) } },
                ColumnKind = "utf16CodeUnits",
                Results = report.Findings.Select(Result),
            },
        },
    });

    private static object Rule(InspectRule rule) => new
    {
        Id = rule.Name,
        ShortDescription = new { Text = rule.Why },
        Help = new { Text = rule.Fix },
        DefaultConfiguration = new { Level = Level(rule.Severity) },
    };

    private static object Result(InspectFinding finding) => new
    {
        RuleId = finding.Rule,
        RuleIndex = InspectRules.All.TakeWhile(rule => rule.Name != finding.Rule).Count(),
        Level = Level(finding.Severity),
        Message = new { Text = finding.Message },
        Locations = new[]
        {
            new
            {
                PhysicalLocation = new
                {
                    ArtifactLocation = new { Uri = string.Join('/', finding.File.Split('/').Select(Uri.EscapeDataString)) },
                    Region = new { StartLine = finding.Line },
                },
            },
        },
    };

    private static string Level(LintSeverity severity) => severity switch { LintSeverity.Error => "error", LintSeverity.Warning => "warning", _ => "note" };
}
