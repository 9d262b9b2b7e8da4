using JobSwipe.Security.Installing;
using JobSwipe.Security.Reports;

namespace JobSwipe.Security.Scanners;

/// <summary>gitleaks 8 over a repository's history. Secrets are redacted before they reach the report.</summary>
/// <param name="Repository">The repository's folder.</param>
public sealed record GitleaksHistory(string Repository) : Scanner("gitleaks", 10)
{
    /// <inheritdoc/>
    public override string PinnedVersion => GitleaksRelease.Version;

    /// <inheritdoc/>
    public override ScannerInstall Install => GitleaksRelease.Install;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ToArguments(string report) =>
        ["git", Repository, "--report-format", "json", "--report-path", report, "--redact", "--exit-code", "10", "--no-banner", "--log-level", "warn"];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Parse(Stream report) => GitleaksReport.Parse(report, SecretHash.Key());
}
