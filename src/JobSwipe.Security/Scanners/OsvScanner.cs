using System.Runtime.InteropServices;
using System.Text.Json;
using JobSwipe.Security.Installing;
using JobSwipe.Security.Reports;
using JobSwipe.Tools.Installing;

namespace JobSwipe.Security.Scanners;

/// <summary>osv-scanner 2 on lock files (google.github.io/osv-scanner). Exit code 127 is an error, 128 means that it found no packages.</summary>
/// <param name="LockFiles">requirements.txt, pubspec.lock and others that it knows by name.</param>
public sealed record OsvScanner(params IReadOnlyList<string> LockFiles) : Scanner("osv-scanner", 1)
{
    private const string Releases = "https://github.com/google/osv-scanner/releases/download";

    /// <inheritdoc/>
    public override string PinnedVersion => "2.3.8";

    /// <summary>The publisher's release of <see cref="PinnedVersion"/>; the sums are those of its <c>osv-scanner_SHA256SUMS</c>.</summary>
    public override ScannerInstall Install => new DownloadInstall(new PinnedDownload(Tool, PinnedVersion, new Dictionary<Architecture, (Uri, string)>
    {
        [Architecture.X64] = (new($"{Releases}/v{PinnedVersion}/osv-scanner_linux_amd64"), "bc98e15319ed0d515e3f9235287ba53cdc5535d576d24fd573978ecfe9ab92dc"),
        [Architecture.Arm64] = (new($"{Releases}/v{PinnedVersion}/osv-scanner_linux_arm64"), "8158b18edd2d03b1a30d905ca91b032bc62262167be8f206c27114f08823e27c"),
    }));

    /// <inheritdoc/>
    public override bool Prints => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ToArguments(string report) =>
        ["scan", "source", "--format", "json", "--verbosity", "error", .. LockFiles.SelectMany(file => new[] { "--lockfile", file })];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Parse(Stream report)
    {
        var findings = new List<Finding>();
        var results = false;
        var json = new JsonStream(Tool, report);
        json.ReadObject("it", member =>
        {
            if (member != "results") { json.Skip(); return; }
            results = true;
            json.ReadArray(member, () => ReadSource(json, findings));
        });
        json.RequireEnd();
        return results ? findings : throw new ReportInvalid(Tool, "it has no results");
    }

    private void ReadSource(JsonStream json, List<Finding> findings)
    {
        string? path = null;
        List<Finding> here = [];
        json.ReadObject("a result", member =>
        {
            switch (member)
            {
                case "source": path = new Fields(Tool, json.ReadValue()).Require("path"); break;
                case "packages": json.ReadElements(member, element => here.AddRange(Package(new Fields(Tool, element)))); break;
                default: json.Skip(); break;
            }
        });
        if (path is null) throw new ReportInvalid(Tool, "a result has no source");
        findings.AddRange(here.Select(finding => finding with { Path = path }));
    }

    private IEnumerable<Finding> Package(Fields entry)
    {
        var package = entry.Object("package") ?? throw new ReportInvalid(Tool, "an entry has no package");
        // Vendored code has a commit in place of a name.
        var name = package.Text("name") ?? package.Text("commit") ?? throw new ReportInvalid(Tool, "a package has neither name nor commit");
        foreach (var vulnerability in entry.List("vulnerabilities").Select(item => new Fields(Tool, item)))
        {
            var score = Worst(vulnerability.List("severity").Select(item => Cvss.Score(new Fields(Tool, item).Text("score"))));
            var word = vulnerability.Object("database_specific")?.Find("severity") is { ValueKind: JsonValueKind.String } text ? Severities.Find(text.GetString()) : null;
            yield return new Finding
            {
                Tool = Tool,
                Kind = FindingKind.Vulnerability,
                Rule = vulnerability.Require("id"),
                Aliases = vulnerability.Texts("aliases"),
                Package = name,
                Version = package.Text("version"),
                FixedVersion = Fixed(vulnerability, name),
                Path = "",
                Severity = word ?? (score is { } known ? Severities.Of(known) : Severity.Unknown),
                Cvss = score,
                Title = vulnerability.Text("summary") ?? "",
                Link = $"https://osv.dev/{Uri.EscapeDataString(vulnerability.Require("id"))}",
            };
        }
    }

    private static double? Worst(IEnumerable<double?> scores) => scores.Max();

    // ossf.github.io/osv-schema: every range of the package tells the version that ends it.
    private string? Fixed(Fields vulnerability, string name)
    {
        foreach (var affected in vulnerability.List("affected").Select(item => new Fields(Tool, item)).Where(item => item.Object("package")?.Text("name") is not { } other || string.Equals(other, name, StringComparison.OrdinalIgnoreCase)))
            foreach (var range in affected.List("ranges").Select(item => new Fields(Tool, item)).Where(range => range.Text("type") != "GIT"))
                foreach (var happened in range.List("events").Select(item => new Fields(Tool, item)))
                    if (happened.Text("fixed") is { } version) return version;
        return null;
    }
}
