using System.Text.Json;

namespace JobSwipe.Security.Reports;

/// <summary>gitleaks 8's JSON report (gitleaks, report/finding.go). Version 7 wrote other names, and is refused.</summary>
internal static class GitleaksReport
{
    private const string Tool = "gitleaks";

    public static IReadOnlyList<Finding> Parse(Stream report, byte[]? key)
    {
        var findings = new List<Finding>();
        var json = new JsonStream(Tool, report);
        if (json.Token != JsonTokenType.StartArray) throw new ReportInvalid(Tool, "it is not a list of findings");
        json.ReadElements("it", element => findings.Add(Read(new Fields(Tool, element), key)));
        json.RequireEnd();
        return findings;
    }

    private static Finding Read(Fields fields, byte[]? key) => fields.Find("RuleID") is null || fields.Find("File") is null
        ? throw new ReportInvalid(Tool, "a finding has no RuleID or File, as in version 7")
        : new Finding
        {
            Tool = Tool,
            Kind = FindingKind.Secret,
            Rule = fields.Require("RuleID"),
            Path = fields.Require("File"),
            Line = fields.Number("StartLine"),
            Severity = Severity.Critical,
            // Its Match and Message may hold the secret; they are left where they are.
            Title = fields.Text("Description") ?? "",
            Secret = SecretHash.Of(fields.Text("Secret"), key),
        };
}
