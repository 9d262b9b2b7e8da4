using JobSwipe.Security.Installing;
using JobSwipe.Security.Reports;

namespace JobSwipe.Security.Scanners;

/// <summary>gitleaks 8 over the files of a folder as they are, committed or not.</summary>
/// <param name="Folder">The folder.</param>
public sealed record GitleaksFolder(string Folder) : Scanner("gitleaks", 10)
{
    /// <inheritdoc/>
    public override string Name => "gitleaks-dir";

    /// <inheritdoc/>
    public override string PinnedVersion => GitleaksRelease.Version;

    /// <inheritdoc/>
    public override ScannerInstall Install => GitleaksRelease.Install;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ToArguments(string report) =>
        ["dir", Folder, "--report-format", "json", "--report-path", report, "--redact", "--exit-code", "10", "--no-banner", "--log-level", "warn"];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Parse(Stream report) => GitleaksReport.Parse(report, SecretHash.Key());
}
