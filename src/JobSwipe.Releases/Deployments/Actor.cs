namespace JobSwipe.Releases.Deployments;

/// <summary>Who acts, as records and locks name them.</summary>
public static class Actor
{
    /// <summary>The person behind a workflow run on GitHub, else the user and the machine.</summary>
    public static string Name { get; } = Environment.GetEnvironmentVariable("GITHUB_ACTOR") is { Length: > 0 } actor
        ? $"{actor} (run {Environment.GetEnvironmentVariable("GITHUB_RUN_ID")})"
        : $"{Environment.UserName}@{Environment.MachineName}";
}
