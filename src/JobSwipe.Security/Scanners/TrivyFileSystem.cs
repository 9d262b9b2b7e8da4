namespace JobSwipe.Security.Scanners;

/// <summary>Trivy on a folder (<c>trivy fs</c>): lock files and secrets.</summary>
/// <param name="Folder">The folder.</param>
public sealed record TrivyFileSystem(string Folder) : TrivyScanner
{
    /// <inheritdoc/>
    public override string Name => "trivy-fs";

    /// <inheritdoc/>
    public override IReadOnlyList<string> ToArguments(string report) =>
        ["fs", "--format", "json", "--output", report, "--scanners", "vuln,secret", "--exit-code", "10", "--quiet", Folder];
}
