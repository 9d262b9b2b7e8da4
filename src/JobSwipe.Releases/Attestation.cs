using System.Text.Json;
using JobSwipe.Tools;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases;

/// <summary>
/// GitHub's signed statement that a workflow of the repository built a release, asked for with <c>gh attestation verify</c>
/// (https://cli.github.com/manual/gh_attestation_verify). What it speaks of is <c>release.json</c>, which names the artifact by digest.
/// </summary>
/// <param name="Repository">Owner and name.</param>
/// <param name="Workflow">The only workflow whose word counts, as a path in the repository.</param>
public sealed record Attestation(string Repository, string Workflow)
{
    /// <summary>GitHub's command line.</summary>
    public string Program { get; init; } = "gh";

    /// <summary>The command's words.</summary>
    public IReadOnlyList<string> Arguments(string file) =>
        ["attestation", "verify", file, "--repo", Repository, "--signer-workflow", $"{Repository}/{Workflow}", "--format", "json"];

    /// <summary>Asks for it.</summary>
    /// <returns>Who attests, for people.</returns>
    /// <exception cref="NotAttested">There is none, or it speaks of something else.</exception>
    public async Task<string> RequireAsync(Release release, CancellationToken cancellation = default)
    {
        using var folder = TemporaryFolder.Create("attestation");
        var file = Path.Combine(folder.Path, "release.json");
        release.Save(file);
        var result = await new Command(Program, [.. Arguments(file)]).RunAsync(cancellation);
        if (result.ExitCode != 0) throw new NotAttested(release, result.Error.Trim() is { Length: > 0 } error ? error : $"gh ended with {result.ExitCode}");
        // Some versions of gh answer 0 when there is none at all (GO-2025-3467), so the exit code alone proves nothing.
        return Speaks(result.Output, Digest.Of(await File.ReadAllBytesAsync(file, cancellation)).Hex) ? $"by {Workflow} of {Repository}" : throw new NotAttested(release, "no attestation speaks of it");
    }

    private static bool Speaks(string output, string sha256)
    {
        try
        {
            using var verified = JsonDocument.Parse(output);
            return verified.RootElement.EnumerateArray().Any(one => one.GetProperty("verificationResult").GetProperty("statement").GetProperty("subject").EnumerateArray()
                .Any(subject => subject.GetProperty("digest").GetProperty("sha256").GetString() == sha256));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return false;
        }
    }
}

/// <summary>A release that no trusted workflow vouches for.</summary>
public sealed class NotAttested(Release release, string why) : DeliveryError(
    $"{release.Version} is not attested: {why}", "Deploy a release that the workflow 'deliver' built on the main branch. gh needs GH_TOKEN and the permission 'attestations: read'.");
