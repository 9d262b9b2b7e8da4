using Nuke.Common.CI.GitHubActions;

namespace Workflows;

/// <summary>How a runner is called in a workflow.</summary>
static class RunnerLabel
{
    public static string Of(GitHubActionsImage image) => image switch
    {
        GitHubActionsImage.MacOsLatest => "macos-latest",
        GitHubActionsImage.WindowsLatest => "windows-latest",
        GitHubActionsImage.Ubuntu2404 => "ubuntu-24.04",
        GitHubActionsImage.MacOs14 => "macos-14",
        _ => "ubuntu-latest",
    };
}
