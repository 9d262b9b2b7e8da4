using JobSwipe.Security.Reports;

namespace JobSwipe.Security.Scanners;

/// <summary>Trivy on an image in an OCI layout (trivy.dev: <c>trivy image --input</c>): packages, secrets, and a user that is root.</summary>
/// <param name="Input">The layout's folder.</param>
public sealed record TrivyImage(string Input) : TrivyScanner
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> ToArguments(string report) =>
        ["image", "--input", Input, "--format", "json", "--output", report, "--scanners", "vuln,secret", "--image-config-scanners", "misconfig", "--exit-code", "10", "--quiet"];

    /// <summary>The image's layout, which is named by its digest, and the database while no newer one is due.</summary>
    public override async Task<string?> InputsAsync(CancellationToken cancellation = default) =>
        await VersionAsync(cancellation) is { ExitCode: 0 } version && TrivyDatabase.Identity(version.Output, DateTimeOffset.UtcNow) is { } database ? $"{Input} {PinnedVersion} {database}" : null;
}
