using System.Text.Json;

namespace JobSwipe.Security.Reports;

/// <summary>SARIF 2.1.0 of any tool (OASIS, sarif-v2.1.0), as far as findings need it.</summary>
public static class SarifReport
{
    /// <summary>Reads all results that are failures; suppressed ones are decisions of somebody else, and are left out.</summary>
    /// <exception cref="ReportInvalid">It is not SARIF 2.1.0.</exception>
    public static IReadOnlyList<Finding> Parse(Stream report, string tool)
    {
        var findings = new List<Finding>();
        var (version, runs) = ("", false);
        var json = new JsonStream(tool, report);
        json.ReadObject("it", member =>
        {
            switch (member)
            {
                case "version": version = json.ReadValue() is { ValueKind: JsonValueKind.String } text ? text.GetString()! : ""; break;
                case "runs":
                    runs = true;
                    json.ReadArray(member, () => ReadRun(json, tool, findings));
                    break;
                default: json.Skip(); break;
            }
        });
        json.RequireEnd();
        if (version != "2.1.0") throw new ReportInvalid(tool, "it is not SARIF 2.1.0");
        return runs ? findings : throw new ReportInvalid(tool, "it has no runs");
    }

    private static void ReadRun(JsonStream json, string tool, List<Finding> findings)
    {
        var scores = new Dictionary<string, (double? Score, string? Level)>();
        string? driver = null;
        List<(Finding Finding, string? Level)> here = [];
        json.ReadObject("a run", member =>
        {
            switch (member)
            {
                case "tool":
                    var fields = new Fields(tool, json.ReadValue()).Object("driver") ?? throw new ReportInvalid(tool, "a run's tool has no driver");
                    driver = fields.Require("name");
                    foreach (var rule in fields.List("rules").Select(item => new Fields(tool, item)))
                        scores[rule.Require("id")] = (Score(rule), rule.Object("defaultConfiguration")?.Text("level"));
                    break;
                case "results":
                    json.ReadElements(member, element =>
                    {
                        var result = new Fields(tool, element);
                        if (result.Text("kind") is null or "fail" && !result.List("suppressions").Any()) here.Add((Result(tool, result), result.Text("level")));
                    });
                    break;
                default: json.Skip(); break;
            }
        });
        if (driver is null) throw new ReportInvalid(tool, "a run names no tool");
        foreach (var (finding, level) in here)
        {
            var (score, usual) = scores.GetValueOrDefault(finding.Rule);
            findings.Add(finding with
            {
                Cvss = score,
                // 3.27.10: a result without a level takes its rule's, and that is a warning without one.
                Severity = score is { } known ? Severities.Of(known) : Severities.Find(level ?? usual ?? "warning") ?? throw new ReportInvalid(tool, $"nobody knows the level '{level}'"),
            });
        }
    }

    private static Finding Result(string tool, Fields result)
    {
        var place = result.List("locations").Select(item => new Fields(tool, item).Object("physicalLocation")).FirstOrDefault();
        var message = result.Object("message") ?? throw new ReportInvalid(tool, "a result has no message");
        // A result need not name its rule (3.27.5); its message must do then.
        var rule = result.Text("ruleId") ?? result.Object("rule")?.Text("id") ?? message.Text("text") ?? throw new ReportInvalid(tool, "a result has neither ruleId nor text");
        return new Finding
        {
            Tool = tool,
            Kind = rule.StartsWith("CVE-", StringComparison.Ordinal) || rule.StartsWith("GHSA-", StringComparison.Ordinal) ? FindingKind.Vulnerability : FindingKind.Code,
            Rule = rule,
            Package = Line(message, "Package: "),
            Version = Line(message, "Installed Version: "),
            FixedVersion = Line(message, "Fixed Version: "),
            Path = place?.Object("artifactLocation")?.Text("uri") ?? "",
            Line = place?.Object("region")?.Number("startLine"),
            Title = message.Text("text") ?? message.Text("id") ?? "",
        };
    }

    // GitHub's own extension, which scanners of packages fill.
    private static double? Score(Fields rule) =>
        rule.Object("properties")?.Find("security-severity") is { } value
            && double.TryParse(value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText(), out var score) && score is > 0 and <= 10 ? score : null;

    // Trivy tells packages only in the message's lines.
    private static string? Line(Fields message, string label) =>
        message.Find("text") is { ValueKind: JsonValueKind.String } text
            ? text.GetString()!.Split('\n').FirstOrDefault(line => line.StartsWith(label, StringComparison.Ordinal))?[label.Length..].Trim() is { Length: > 0 } value ? value : null
            : null;
}
