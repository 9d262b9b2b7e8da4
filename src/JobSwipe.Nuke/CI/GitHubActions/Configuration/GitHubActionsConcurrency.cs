using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions.Configuration;

/// <summary>How runs that belong together wait for each other.</summary>
internal static class GitHubActionsConcurrency
{
    // Only runs for the same pull request replace each other; on other branches each run is a group of its own.
    private const string Usual = "${{ github.workflow }} @ ${{ github.event.pull_request.head.label || github.head_ref || github.run_id }}";

    public static bool IsSet(string group, bool cancelInProgress) => !group.IsNullOrWhiteSpace() || cancelInProgress;

    public static void Write(CustomFileWriter writer, string group, bool cancelInProgress)
    {
        writer.WriteLine("concurrency:");
        using (writer.Indent())
        {
            writer.WriteLine($"group: {(group.IsNullOrWhiteSpace() ? Usual : group)}");
            if (cancelInProgress)
                writer.WriteLine("cancel-in-progress: true");
        }
    }
}
