using System.Globalization;
using System.Text.RegularExpressions;
using JobSwipe.Tools;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases;

/// <summary>What is being built: its version, commit and whether the tree is clean.</summary>
/// <param name="Version">SemVer 2.0.</param>
/// <param name="Commit">40 digits, or <c>unknown</c>.</param>
/// <param name="Dirty">Whether there are changes that no commit holds.</param>
public sealed partial record SourceVersion(string Version, string Commit, bool Dirty)
{
    /// <summary>When the commit was made; null outside a repository.</summary>
    public DateTimeOffset? Committed { get; init; }

    /// <summary>Where the repository is, without a login; null when it has no origin on the web.</summary>
    public string? Repository { get; init; }

    /// <summary>Reads git; outside a repository the commit is <c>unknown</c>.</summary>
    /// <param name="folder">A folder in the repository.</param>
    /// <param name="version">The version to use in place of the tag's.</param>
    /// <exception cref="DeliveryError">The version is not SemVer.</exception>
    public static async Task<SourceVersion> ReadAsync(string folder, string? version, CancellationToken cancellation = default)
    {
        var commit = await Git(folder, cancellation, "rev-parse", "HEAD") ?? "unknown";
        var dirty = !string.IsNullOrEmpty(await Git(folder, cancellation, "status", "--porcelain", "--untracked-files=no"));
        var described = await Git(folder, cancellation, "describe", "--tags", "--match", "v[0-9]*", "--long", "--abbrev=7");
        return new SourceVersion(version is null ? FromTag(described, commit) : Check(version.TrimStart('v')), commit, dirty)
        {
            Repository = WithoutLogin(await Git(folder, cancellation, "remote", "get-url", "origin")),
            Committed = DateTimeOffset.TryParse(await Git(folder, cancellation, "log", "-1", "--format=%cI"), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null,
        };
    }

    internal static string? WithoutLogin(string? origin) => Uri.TryCreate(origin, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps
        ? new UriBuilder(url) { UserName = "", Password = "" }.Uri.ToString()
        // git@host:owner/name is how people push; the same repository is read at https.
        : origin is not null && Scp().Match(origin) is { Success: true } match ? $"https://{match.Groups["host"].Value}/{match.Groups["path"].Value}" : null;

    internal static string FromTag(string? described, string commit)
    {
        var shortCommit = commit == "unknown" ? commit : commit[..7];
        if (described is null || DescribedTag().Match(described) is not { Success: true } match) return $"0.0.0-dev+{shortCommit}";
        var (tag, distance) = (match.Groups["tag"].Value, match.Groups["distance"].Value);
        if (!SemVer().IsMatch(tag)) return $"0.0.0-dev+{shortCommit}";
        return distance == "0" ? tag : $"{tag}{(tag.Contains('-') ? "." : "-")}dev.{distance}+{shortCommit}";
    }

    /// <summary>Refuses a version that is none.</summary>
    /// <exception cref="DeliveryError">The version is not SemVer.</exception>
    public static string Check(string version) => SemVer().IsMatch(version)
        ? version
        : throw new DeliveryError($"'{version}' is not a version.", "Give --release-version as SemVer, for example 1.4.0 or 1.4.0-rc.1.");

    private static async Task<string?> Git(string folder, CancellationToken cancellation, params IReadOnlyList<string> arguments)
    {
        try
        {
            var result = await new Command("git", ["-C", folder, .. arguments]).RunAsync(cancellation);
            return result.ExitCode == 0 ? result.Output.Trim() : null;
        }
        catch (ToolMissing)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^v(?<tag>.+)-(?<distance>\d+)-g[0-9a-f]+$")]
    private static partial Regex DescribedTag();

    [GeneratedRegex(@"^(?:ssh://)?git@(?<host>[\w.-]+)[:/](?<path>[\w./-]+)$")]
    private static partial Regex Scp();

    // semver.org, without build numbers' leading-zero rule.
    [GeneratedRegex(@"^\d+\.\d+\.\d+(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?$")]
    private static partial Regex SemVer();
}
