using Nuke.Common.Printing;

namespace Nuke.Common.Parameters;

/// <summary>Makes a secret known to all that prints: the build's own output and the host's log.</summary>
internal static class Secrets
{
    private static readonly HashSet<string> s_known = [];

    public static void Add(string secret)
    {
        if (string.IsNullOrWhiteSpace(secret))
            return;
        lock (s_known)
        {
            if (!s_known.Add(secret))
                return;
        }

        Masker.Shared.Add(secret);
        if (NukeBuild.Host is not CI.GitHubActions.GitHubActions)
            return;
        foreach (var line in secret.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
            BuildConsole.Shared.Raw($"::add-mask::{CI.GitHubActions.GitHubActions.EscapeData(line)}");
    }
}
