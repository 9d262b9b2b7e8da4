using System.Text.Json;
using JobSwipe.Security.Reports;

namespace JobSwipe.Security.Scanners;

/// <summary>Dart packages whose version an advisory names: <c>dart pub outdated --json</c> (dart.dev/tools/pub/cmd/pub-outdated). It ends with 0 whatever it finds.</summary>
/// <param name="Project">The folder of the pubspec.yaml.</param>
public sealed record DartOutdated(string Project) : Scanner("dart", 0)
{
    /// <inheritdoc/>
    public override string Name => "dart-outdated";

    /// <inheritdoc/>
    public override string PinnedVersion => "3.9";

    /// <inheritdoc/>
    public override bool Prints => true;

    /// <inheritdoc/>
    public override string? WorkingDirectory => Project;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ToArguments(string report) => ["pub", "outdated", "--json"];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Parse(Stream report)
    {
        var findings = new List<Finding>();
        var packages = false;
        var json = new JsonStream(Tool, report);
        json.ReadObject("it", member =>
        {
            if (member != "packages") { json.Skip(); return; }
            packages = true;
            json.ReadElements(member, element =>
            {
                var package = new Fields(Tool, element);
                if (package.Find("isCurrentAffectedByAdvisory") is { ValueKind: JsonValueKind.True }) findings.Add(Affected(package));
            });
        });
        json.RequireEnd();
        return packages ? findings : throw new ReportInvalid(Tool, "it has no packages");
    }

    // It does not name the advisory; osv-scanner on pubspec.lock does.
    private Finding Affected(Fields package) => new()
    {
        Tool = Name,
        Kind = FindingKind.Vulnerability,
        Rule = "affected-by-advisory",
        Package = package.Require("package"),
        Version = package.Object("current")?.Text("version"),
        FixedVersion = package.Object("resolvable")?.Text("version"),
        Path = Path.Combine(Project, "pubspec.lock"),
        Severity = Severity.Unknown,
        Title = "An advisory names this version",
    };
}
