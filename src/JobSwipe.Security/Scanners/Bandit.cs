using JobSwipe.Security.Installing;
using JobSwipe.Security.Reports;
using JobSwipe.Tools.Installing;

namespace JobSwipe.Security.Scanners;

/// <summary>Bandit on Python code (bandit.readthedocs.io). It ends with 1 for findings, 2 for a usage it does not know.</summary>
/// <param name="Folder">The folder of the code.</param>
public sealed record Bandit(string Folder) : Scanner("bandit", 1)
{
    /// <inheritdoc/>
    public override string PinnedVersion => "1.6.2";

    /// <summary>Debian's package; a newer version reports in the same form.</summary>
    public override ScannerInstall Install => new PackageInstall(ExternalTool.Bandit);

    /// <summary>Its report quotes code, and its messages passwords.</summary>
    public override bool ReportHoldsSecrets => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ToArguments(string report) => ["--recursive", Folder, "--format", "json", "--output", report, "--quiet"];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Parse(Stream report)
    {
        var findings = new List<Finding>();
        var results = false;
        var json = new JsonStream(Tool, report);
        json.ReadObject("it", member =>
        {
            switch (member)
            {
                case "errors": json.ReadElements(member, element => findings.Add(Error(new Fields(Tool, element)))); break;
                case "results":
                    results = true;
                    json.ReadElements(member, element => findings.Add(Result(new Fields(Tool, element))));
                    break;
                default: json.Skip(); break;
            }
        });
        json.RequireEnd();
        return results ? findings : throw new ReportInvalid(Tool, "it has no results");
    }

    private Finding Error(Fields error) => new()
    {
        Tool = Tool, Kind = FindingKind.Unchecked, Rule = "not-scanned", Path = error.Require("filename"), Title = error.Text("reason") ?? "",
    };

    private Finding Result(Fields result)
    {
        var rule = result.Require("test_id");
        return new Finding
        {
            Tool = Tool,
            Kind = FindingKind.Code,
            Rule = rule,
            Path = result.Require("filename"),
            Line = result.Number("line_number"),
            Severity = result.Severity("issue_severity"),
            // B105 to B107 say the password itself in their message.
            Title = rule is "B105" or "B106" or "B107" ? "Possible hardcoded password" : result.Text("issue_text") ?? "",
            Link = result.Link("more_info"),
        };
    }
}
