using System.Text.Json;

namespace JobSwipe.Security;

/// <summary>gitleaks 8 over a repository's history. Secrets are redacted before they reach the report.</summary>
/// <param name="Repository">The repository's folder.</param>
public sealed record GitleaksHistory(string Repository) : Scanner("gitleaks", 10)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> ToArguments(string report) =>
        ["git", Repository, "--report-format", "json", "--report-path", report, "--redact", "--exit-code", "10", "--no-banner", "--log-level", "warn"];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Parse(JsonElement report) => report.ValueKind == JsonValueKind.Array
        ? [.. report.EnumerateArray().Select(Read)]
        : throw new ReportInvalid(Tool, "it is not a list of findings");

    private Finding Read(JsonElement finding) =>
        finding.TryGetProperty("RuleID", out var rule) && finding.TryGetProperty("File", out var file)
            ? new Finding(rule.GetString()!, file.GetString()!, "CRITICAL", null, true)
            : throw new ReportInvalid(Tool, "a finding has no RuleID or File, as in version 7");
}
