namespace JobSwipe.Releases;

/// <summary>What built a release, and from where (the questions of SLSA's provenance, https://slsa.dev/spec/v1.0/provenance). In CI it is attested beside this.</summary>
/// <param name="Builder">The workflow run, or the user and the machine.</param>
/// <param name="Source">The repository, without a login; null where there is no origin.</param>
/// <param name="Engine">What made the image.</param>
/// <param name="Base">What it was made upon.</param>
/// <param name="Started">When the build began, UTC.</param>
public sealed record Provenance(string Builder, string? Source, string Engine, string Base, DateTimeOffset Started)
{
    /// <summary>The builder of this process.</summary>
    public static string Here { get; } = Environment.GetEnvironmentVariable("GITHUB_RUN_ID") is { Length: > 0 } run
        ? $"{Environment.GetEnvironmentVariable("GITHUB_SERVER_URL")}/{Environment.GetEnvironmentVariable("GITHUB_REPOSITORY")}/actions/runs/{run}"
        : $"{Environment.UserName}@{Environment.MachineName}";
}
