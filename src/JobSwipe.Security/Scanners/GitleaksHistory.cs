using System.Security.Cryptography;
using System.Text;
using JobSwipe.Security.Installing;
using JobSwipe.Security.Reports;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Security.Scanners;

/// <summary>gitleaks 8 over a repository's history. Secrets are redacted before they reach the report.</summary>
/// <param name="Repository">The repository's folder.</param>
public sealed record GitleaksHistory(string Repository) : Scanner("gitleaks", 10)
{
    private static readonly string[] Settings = [".gitleaks.toml", ".gitleaksignore"];

    /// <inheritdoc/>
    public override string PinnedVersion => GitleaksRelease.Version;

    /// <inheritdoc/>
    public override ScannerInstall Install => GitleaksRelease.Install;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ToArguments(string report) =>
        ["git", Repository, "--report-format", "json", "--report-path", report, "--redact", "--exit-code", "10", "--no-banner", "--log-level", "warn"];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Parse(Stream report) => GitleaksReport.Parse(report, SecretHash.Key());

    /// <summary>Where all branches and tags stand, and the repository's own settings of gitleaks.</summary>
    public override async Task<string?> InputsAsync(CancellationToken cancellation = default)
    {
        var refs = await new Command("git", "-C", Repository, "for-each-ref", "--format=%(objectname) %(refname)").RunAsync(cancellation);
        var head = await new Command("git", "-C", Repository, "rev-parse", "HEAD").RunAsync(cancellation);
        if (refs.ExitCode != 0 || head.ExitCode != 0) return null;
        var settings = Settings.Select(name => Path.Combine(Repository, name)).Where(File.Exists).Select(File.ReadAllText);
        return $"{PinnedVersion} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', [refs.Output, head.Output, .. settings]))))}";
    }
}
