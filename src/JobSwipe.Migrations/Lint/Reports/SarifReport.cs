using JobSwipe.Tools;

namespace JobSwipe.Migrations.Lint.Reports;

/// <summary>
/// Findings as SARIF 2.1.0 (OASIS standard, https://docs.oasis-open.org/sarif/sarif/v2.1.0/). Columns are UTF-16 code units; a rule's page is its help;
/// a waived finding is a result with an accepted suppression in source.
/// </summary>
internal static class SarifReport
{
    public static string Write(LintReport report) => Json.Write(new Dictionary<string, object>
    {
        ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
        ["version"] = "2.1.0",
        ["runs"] = new[]
        {
            new
            {
                Tool = new { Driver = new { Name = "jobswipe-migration-lint", Version, Rules = LintRules.All.Select(Rule) } },
                ColumnKind = "utf16CodeUnits",
                Results = report.Findings.Select(finding => Result(finding)).Concat(report.Waived.Select(Suppressed)),
            },
        },
    });

    private static string Version => typeof(SarifReport).Assembly.GetName().Version!.ToString(3);

    private static object Rule(LintRule rule) => new
    {
        Id = rule.Name,
        ShortDescription = new { Text = rule.Summary },
        Help = new { Text = rule.Help, Markdown = rule.Page },
        DefaultConfiguration = new { Enabled = rule.Severity != LintSeverity.Off, Level = Level(rule.Severity) },
    };

    private static Dictionary<string, object> Result(LintFinding finding) => new()
    {
        ["ruleId"] = finding.Rule,
        ["ruleIndex"] = LintRules.All.TakeWhile(rule => rule.Name != finding.Rule).Count(),
        ["level"] = Level(finding.Severity),
        ["message"] = new { Text = finding.Message },
        ["locations"] = new[]
        {
            new
            {
                PhysicalLocation = new
                {
                    ArtifactLocation = new { Uri = Uri(finding.File) },
                    Region = new { StartLine = finding.Line, StartColumn = finding.Column, finding.EndLine, finding.EndColumn },
                },
            },
        },
    };

    private static Dictionary<string, object> Suppressed(LintFinding finding)
    {
        var result = Result(finding);
        result["suppressions"] = new[] { new { Kind = "inSource", Status = "accepted", Justification = finding.Waived } };
        return result;
    }

    private static string Level(LintSeverity severity) => severity switch
    {
        LintSeverity.Error => "error",
        LintSeverity.Warning => "warning",
        LintSeverity.Note => "note",
        _ => "none",
    };

    private static string Uri(string file) => Path.IsPathRooted(file)
        ? new Uri(file).AbsoluteUri
        : string.Join('/', file.Replace('\\', '/').Split('/').Select(System.Uri.EscapeDataString));
}
