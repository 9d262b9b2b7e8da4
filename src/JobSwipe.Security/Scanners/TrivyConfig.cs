namespace JobSwipe.Security.Scanners;

/// <summary>Trivy on a folder's configuration (<c>trivy config</c>): Dockerfiles and the like. It needs no database of vulnerabilities.</summary>
/// <param name="Folder">The folder.</param>
public sealed record TrivyConfig(string Folder) : TrivyScanner
{
    /// <inheritdoc/>
    public override string Name => "trivy-config";

    /// <inheritdoc/>
    public override IReadOnlyList<string> ToArguments(string report) =>
        ["config", "--format", "json", "--output", report, "--exit-code", "10", "--quiet", Folder];
}
