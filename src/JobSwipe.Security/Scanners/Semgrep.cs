using System.Text.Json;
using JobSwipe.Security.Installing;
using JobSwipe.Security.Reports;

namespace JobSwipe.Security.Scanners;

/// <summary>Semgrep with rules from a file or the registry (semgrep.dev/docs/cli-reference). With <c>--error</c> it ends with 1 for findings, from 2 on for errors.</summary>
/// <param name="Folder">The folder of the code.</param>
/// <param name="Rules">What <c>--config</c> takes: a file, a folder, or a set such as <c>p/python</c>.</param>
public sealed record Semgrep(string Folder, string Rules) : Scanner("semgrep", 1)
{
    /// <inheritdoc/>
    public override string PinnedVersion => "1.185.0";

    /// <inheritdoc/>
    public override ScannerInstall Install => new PythonInstall(Tool, PinnedVersion);

    /// <summary>Its report quotes code.</summary>
    public override bool ReportHoldsSecrets => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ToArguments(string report) =>
        ["scan", "--config", Rules, "--json", "--output", report, "--error", "--metrics", "off", "--disable-version-check", "--quiet", Folder];

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
                case "results":
                    results = true;
                    json.ReadElements(member, element =>
                    {
                        var result = new Fields(Tool, element);
                        if (result.Object("extra")?.Find("is_ignored") is not { ValueKind: JsonValueKind.True }) findings.Add(Result(result));
                    });
                    break;
                // A warning tells of a part of a file; an error, of a file or a rule.
                case "errors":
                    json.ReadElements(member, element =>
                    {
                        var error = new Fields(Tool, element);
                        if (error.Text("level") == "error")
                            findings.Add(new Finding { Tool = Tool, Kind = FindingKind.Unchecked, Rule = "not-scanned", Path = error.Text("path") ?? Folder, Title = error.Text("message") ?? "" });
                    });
                    break;
                default: json.Skip(); break;
            }
        });
        json.RequireEnd();
        return results ? findings : throw new ReportInvalid(Tool, "it has no results");
    }

    private Finding Result(Fields result)
    {
        var extra = result.Object("extra") ?? throw new ReportInvalid(Tool, "a result has no extra");
        return new Finding
        {
            Tool = Tool,
            Kind = FindingKind.Code,
            Rule = result.Require("check_id"),
            Path = result.Require("path"),
            Line = result.Object("start")?.Number("line"),
            Severity = extra.Severity("severity"),
            Title = extra.Text("message") ?? "",
            Link = extra.Object("metadata")?.Link("source"),
        };
    }
}
