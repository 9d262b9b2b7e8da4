using System.Text.RegularExpressions;

namespace Nuke.Common.Git;

/// <summary>Takes the address of a remote apart.</summary>
internal static partial class GitUrl
{
    public static (GitProtocol? Protocol, string Endpoint, string Identifier) Parse(string url)
    {
        var match = Remote().Match(url?.Trim() ?? "");
        if (!match.Success)
            return (null, null, null);
        var protocol = match.Groups["scheme"].Value.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? GitProtocol.Https : GitProtocol.Ssh;
        return (protocol, match.Groups["host"].Value, match.Groups["path"].Value);
    }

    [GeneratedRegex(@"^((?<scheme>https?|ssh|git)://)?([^@/]+@)?(?<host>[^:/\s]+(:\d+(?=/))?)[:/](?<path>[^\s]+?)(\.git)?/?$")]
    private static partial Regex Remote();
}
