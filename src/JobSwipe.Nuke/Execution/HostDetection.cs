namespace Nuke.Common.Execution;

/// <summary>Finds out where the build runs.</summary>
internal static class HostDetection
{
    public static Host Detect() => Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true" ? new CI.GitHubActions.GitHubActions() : new Terminal();

    public static Host Named(string name) => name.ToUpperInvariant() switch
    {
        "TERMINAL" => new Terminal(),
        "GITHUBACTIONS" => new CI.GitHubActions.GitHubActions(),
        _ => throw new BadInvocationException($"There is no host '{name}'. Hosts: Terminal, GitHubActions")
    };
}
