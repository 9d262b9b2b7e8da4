using System.Text.Json;
using JobSwipe.Security.Installing;
using JobSwipe.Security.Reports;

namespace JobSwipe.Security.Scanners;

/// <summary>pip-audit on files of requirements (github.com/pypa/pip-audit). It ends with 1 for vulnerabilities and for its own errors alike.</summary>
/// <param name="Requirements">The files; every version pinned. It does not say which of them names a package.</param>
public sealed record PipAudit(params IReadOnlyList<string> Requirements) : Scanner("pip-audit", 1)
{
    /// <inheritdoc/>
    public override string PinnedVersion => "2.10.1";

    /// <inheritdoc/>
    public override ScannerInstall Install => new PythonInstall(Tool, PinnedVersion);

    /// <inheritdoc/>
    public override IReadOnlyList<string> ToArguments(string report) =>
        [.. Requirements.SelectMany(file => new[] { "--requirement", file }), "--disable-pip", "--no-deps", "--aliases", "on", "--format", "json", "--output", report, "--progress-spinner", "off"];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Parse(Stream report)
    {
        var findings = new List<Finding>();
        var dependencies = false;
        var json = new JsonStream(Tool, report);
        // Before 2.0 it was a bare list.
        json.ReadObject("it", member =>
        {
            if (member != "dependencies") { json.Skip(); return; }
            dependencies = true;
            json.ReadElements(member, element => findings.AddRange(Dependency(new Fields(Tool, element))));
        });
        json.RequireEnd();
        return dependencies ? findings : throw new ReportInvalid(Tool, "it has no dependencies");
    }

    private string Where => string.Join(", ", Requirements);

    private IEnumerable<Finding> Dependency(Fields dependency)
    {
        var name = dependency.Require("name");
        if (dependency.Text("skip_reason") is { } reason)
        {
            yield return new Finding { Tool = Tool, Kind = FindingKind.Unchecked, Rule = "not-audited", Package = name, Path = Where, Title = reason };
            yield break;
        }
        if (dependency.Find("vulns") is null) throw new ReportInvalid(Tool, $"{name} has neither vulns nor skip_reason");
        foreach (var vulnerability in dependency.List("vulns").Select(item => new Fields(Tool, item)))
        {
            yield return new Finding
            {
                Tool = Tool,
                Kind = FindingKind.Vulnerability,
                Rule = vulnerability.Require("id"),
                Aliases = vulnerability.Texts("aliases"),
                Package = name,
                Version = dependency.Require("version"),
                FixedVersion = vulnerability.Texts("fix_versions") is [var first, ..] ? first : null,
                Path = Where,
                // It knows no severities; merged with another scanner's finding it gets one.
                Severity = Severity.Unknown,
                Title = vulnerability.Text("description") ?? "",
            };
        }
    }
}
