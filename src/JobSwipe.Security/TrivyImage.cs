using System.Text.Json;

namespace JobSwipe.Security;

/// <summary>Trivy on an image in an OCI layout (trivy.dev: <c>trivy image --input</c>).</summary>
/// <param name="Input">The layout's folder.</param>
public sealed record TrivyImage(string Input) : Scanner("trivy", 10)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> ToArguments(string report) =>
        ["image", "--input", Input, "--format", "json", "--output", report, "--scanners", "vuln,secret", "--exit-code", "10", "--quiet"];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Parse(JsonElement report)
    {
        if (report.ValueKind != JsonValueKind.Object || !report.TryGetProperty("SchemaVersion", out var version) || version.GetInt32() != 2)
            throw new ReportInvalid(Tool, "it is not of schema version 2");
        // A clean image has no 'Results' at all; a Kubernetes report has 'Resources' in its place.
        if (!report.TryGetProperty("Results", out var results))
            return report.TryGetProperty("ArtifactName", out _) ? [] : throw new ReportInvalid(Tool, "it is no image's report");
        return [.. results.EnumerateArray().SelectMany(Findings)];
    }

    private static IEnumerable<Finding> Findings(JsonElement result)
    {
        foreach (var vulnerability in Members(result, "Vulnerabilities"))
        {
            var fix = Text(vulnerability, "FixedVersion");
            var severity = Text(vulnerability, "Severity") ?? "UNKNOWN";
            yield return new Finding(
                Text(vulnerability, "VulnerabilityID") ?? "unknown",
                $"{Text(vulnerability, "PkgName")} {Text(vulnerability, "InstalledVersion")}",
                severity,
                fix,
                severity is "CRITICAL" or "HIGH" && !string.IsNullOrEmpty(fix));
        }
        foreach (var secret in Members(result, "Secrets"))
            yield return new Finding(Text(secret, "RuleID") ?? "secret", Text(result, "Target") ?? "image", Text(secret, "Severity") ?? "UNKNOWN", null, true);
    }

    private static IEnumerable<JsonElement> Members(JsonElement result, string name) =>
        result.TryGetProperty(name, out var array) && array.ValueKind == JsonValueKind.Array ? array.EnumerateArray() : [];

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
