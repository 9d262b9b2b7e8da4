using System.Text.Json;

namespace JobSwipe.Security.Reports;

/// <summary>Trivy's JSON report, schema version 2 (trivy.dev, "Reporting"); images, folders and configuration share it.</summary>
internal static class TrivyReport
{
    private const string Tool = "trivy";

    public static IReadOnlyList<Finding> Parse(Stream report)
    {
        var findings = new List<Finding>();
        var (version, artifact) = (0, false);
        var json = new JsonStream(Tool, report);
        json.ReadObject("it", member =>
        {
            switch (member)
            {
                case "SchemaVersion":
                    version = json.ReadValue() is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : 0;
                    break;
                case "Results":
                    artifact = true;
                    json.ReadArray(member, () => ReadResult(json, findings));
                    break;
                default:
                    artifact |= member == "ArtifactName";
                    json.Skip();
                    break;
            }
        });
        json.RequireEnd();
        // A Kubernetes report has 'Resources' and no schema version; a clean image has no 'Results' at all.
        if (version != 2) throw new ReportInvalid(Tool, "it is not of schema version 2");
        return artifact ? findings : throw new ReportInvalid(Tool, "it is of no artifact: it has neither Results nor ArtifactName");
    }

    private static void ReadResult(JsonStream json, List<Finding> findings)
    {
        string? target = null;
        List<Finding> here = [];
        json.ReadObject("a result", member =>
        {
            switch (member)
            {
                case "Target": target = json.ReadValue() is { ValueKind: JsonValueKind.String } text ? text.GetString() : throw new ReportInvalid(Tool, "Target is no text"); break;
                case "Vulnerabilities": json.ReadElements(member, element => here.Add(Vulnerability(new Fields(Tool, element)))); break;
                case "Secrets": json.ReadElements(member, element => here.Add(Secret(new Fields(Tool, element)))); break;
                case "Misconfigurations":
                    json.ReadElements(member, element =>
                    {
                        var fields = new Fields(Tool, element);
                        // With --include-non-failures the report tells what passed too.
                        if (fields.Text("Status") is null or "FAIL") here.Add(Misconfiguration(fields));
                    });
                    break;
                default: json.Skip(); break;
            }
        });
        if (here.Count > 0 && target is null) throw new ReportInvalid(Tool, "a result has findings and no Target");
        findings.AddRange(here.Select(finding => finding with { Path = target! }));
    }

    private static Finding Vulnerability(Fields fields) => new()
    {
        Tool = Tool,
        Kind = FindingKind.Vulnerability,
        Rule = fields.Require("VulnerabilityID"),
        Aliases = fields.Texts("VendorIDs"),
        Package = fields.Require("PkgName"),
        Version = fields.Text("InstalledVersion"),
        FixedVersion = fields.Text("FixedVersion"),
        Path = "",
        Severity = fields.Severity("Severity"),
        Cvss = Score(fields),
        Title = fields.Text("Title") ?? "",
        Link = fields.Link("PrimaryURL"),
    };

    private static Finding Secret(Fields fields) => new()
    {
        Tool = Tool,
        Kind = FindingKind.Secret,
        Rule = fields.Require("RuleID"),
        Path = "",
        Line = fields.Number("StartLine"),
        Severity = fields.Severity("Severity"),
        Title = fields.Text("Title") ?? "",
    };

    private static Finding Misconfiguration(Fields fields) => new()
    {
        Tool = Tool,
        Kind = FindingKind.Misconfiguration,
        Rule = fields.Require("ID"),
        Path = "",
        Line = fields.Object("CauseMetadata")?.Number("StartLine"),
        Severity = fields.Severity("Severity"),
        Title = fields.Text("Title") ?? fields.Text("Message") ?? "",
        Link = fields.Link("PrimaryURL"),
    };

    // Several sources score it; the worst counts.
    private static double? Score(Fields fields)
    {
        double? worst = null;
        if (fields.Object("CVSS") is not { } sources) return null;
        foreach (var source in sources.Element.EnumerateObject())
        {
            if (new Fields(Tool, source.Value).Find("V3Score") is { ValueKind: JsonValueKind.Number } score && (worst is null || score.GetDouble() > worst)) worst = score.GetDouble();
        }
        return worst;
    }
}
