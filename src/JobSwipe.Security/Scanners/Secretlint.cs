using JobSwipe.Security.Reports;

namespace JobSwipe.Security.Scanners;

/// <summary>secretlint on the files of a folder (npm; github.com/secretlint/secretlint). It ends with 1 for findings, 2 for errors.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Settings">Its <c>.secretlintrc.json</c>.</param>
public sealed record Secretlint(string Folder, string Settings) : Scanner("secretlint", 1)
{
    /// <inheritdoc/>
    public override string PinnedVersion => "12.3.1";

    /// <summary>Messages are masked, but each file's whole content stands beside them.</summary>
    public override bool ReportHoldsSecrets => true;

    /// <summary>With <c>--output</c> it ends with 0 whatever it found (seen with 12.3.1).</summary>
    public override bool Prints => true;

    /// <inheritdoc/>
    public override string? WorkingDirectory => Folder;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ToArguments(string report) =>
        ["--secretlintrc", Settings, "--format", "json", "--no-color", "**/*"];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Parse(Stream report)
    {
        var findings = new List<Finding>();
        var json = new JsonStream(Tool, report);
        json.ReadArray("it", () =>
        {
            string? path = null;
            List<Finding> here = [];
            json.ReadObject("a file", member =>
            {
                switch (member)
                {
                    case "filePath": path = json.ReadValue() is { ValueKind: System.Text.Json.JsonValueKind.String } text ? text.GetString() : null; break;
                    case "messages": json.ReadElements(member, element => here.Add(Message(new Fields(Tool, element)))); break;
                    default: json.Skip(); break;
                }
            });
            if (string.IsNullOrEmpty(path) || path.Contains('\0')) throw new ReportInvalid(Tool, "a file has no filePath");
            findings.AddRange(here.Select(finding => finding with { Path = Path.GetRelativePath(Folder, path) }));
        });
        json.RequireEnd();
        return findings;
    }

    private Finding Message(Fields message) => new()
    {
        Tool = Tool,
        Kind = FindingKind.Secret,
        Rule = message.Text("messageId") ?? message.Require("ruleId"),
        Path = "",
        Line = message.Object("loc")?.Object("start")?.Number("line"),
        Severity = message.Severity("severity") == Severity.High ? Severity.Critical : message.Severity("severity"),
        Title = $"by {message.Require("ruleId")}",
        Link = message.Link("docsUrl"),
    };
}
