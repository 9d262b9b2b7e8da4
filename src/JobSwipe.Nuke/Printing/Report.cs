using Nuke.Common.Execution;

namespace Nuke.Common.Printing;

/// <summary>Warnings and errors of the engine and of the build, in the form that the host knows.</summary>
internal static class Report
{
    public static void Warning(string message)
    {
        if (NukeBuild.Host is CI.GitHubActions.GitHubActions github)
            github.WriteWarning(message);
        else
            BuildConsole.Shared.Line(Style.Yellow($"warning: {message}"));
    }

    public static void Error(string message, SourceLocation location = null)
    {
        if (NukeBuild.Host is CI.GitHubActions.GitHubActions github)
            github.WriteError(message, location);
        else
            BuildConsole.Shared.Line(Style.Red($"error: {message}"));
    }
}
