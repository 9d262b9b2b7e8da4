using System.Text.Json;
using JobSwipe.Security.Reports;

namespace JobSwipe.Security.Scanners;

/// <summary>NuGet packages with known vulnerabilities: <c>dotnet package list --vulnerable --format json</c>, output version 1. It ends with 0 whatever it finds.</summary>
/// <param name="Solution">The solution or project.</param>
public sealed record DotnetPackages(string Solution) : Scanner("dotnet", 0)
{
    /// <inheritdoc/>
    public override string Name => "dotnet-packages";

    /// <inheritdoc/>
    public override string PinnedVersion => "10.0";

    /// <inheritdoc/>
    public override bool Prints => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ToArguments(string report) =>
        ["package", "list", "--project", Solution, "--vulnerable", "--include-transitive", "--format", "json", "--output-version", "1", "--no-restore"];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Parse(Stream report)
    {
        var findings = new List<Finding>();
        var (version, projects) = (0, false);
        var json = new JsonStream(Tool, report);
        json.ReadObject("it", member =>
        {
            switch (member)
            {
                case "version": version = json.ReadValue() is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : 0; break;
                case "problems":
                    json.ReadElements(member, element => throw new ReportInvalid(Tool, new Fields(Tool, element).Text("text") ?? "it names problems"));
                    break;
                case "projects":
                    projects = true;
                    json.ReadElements(member, element => findings.AddRange(Project(new Fields(Tool, element))));
                    break;
                default: json.Skip(); break;
            }
        });
        json.RequireEnd();
        if (version != 1) throw new ReportInvalid(Tool, "it is not of output version 1");
        return projects ? findings : throw new ReportInvalid(Tool, "it has no projects");
    }

    private IEnumerable<Finding> Project(Fields project) =>
        from framework in project.List("frameworks").Select(item => new Fields(Tool, item))
        from package in framework.List("topLevelPackages").Concat(framework.List("transitivePackages")).Select(item => new Fields(Tool, item))
        from vulnerability in package.List("vulnerabilities").Select(item => new Fields(Tool, item))
        let link = vulnerability.Link("advisoryurl") ?? vulnerability.Link("advisoryUrl") ?? throw new ReportInvalid(Tool, "a vulnerability has no advisoryurl")
        select new Finding
        {
            Tool = Name,
            Kind = FindingKind.Vulnerability,
            Rule = link[(link.LastIndexOf('/') + 1)..],
            Package = package.Require("id"),
            Version = package.Text("resolvedVersion"),
            Path = project.Require("path"),
            Severity = vulnerability.Severity("severity"),
            Link = link,
        };
}
