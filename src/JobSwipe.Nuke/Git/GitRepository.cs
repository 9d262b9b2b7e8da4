using Nuke.Common.IO;

namespace Nuke.Common.Git;

/// <summary>A repository: its remote, and what is checked out.</summary>
/// <param name="protocol">How its remote is reached, or null.</param>
/// <param name="endpoint">The server, or null.</param>
/// <param name="identifier">Owner and name on the server, or null.</param>
/// <param name="branch">The branch, or null when none is checked out.</param>
/// <param name="localDirectory">Where it is checked out, or null.</param>
/// <param name="head">What HEAD says.</param>
/// <param name="commit">The commit.</param>
/// <param name="tags">The tags of the commit.</param>
/// <param name="remoteName">The name of the remote.</param>
/// <param name="remoteBranch">The branch there.</param>
public class GitRepository(
    GitProtocol? protocol,
    string endpoint,
    string identifier,
    string branch,
    AbsolutePath localDirectory,
    string head,
    string commit,
    IReadOnlyCollection<string> tags,
    string remoteName,
    string remoteBranch)
{
    /// <summary>How its remote is reached, or null.</summary>
    public GitProtocol? Protocol { get; } = protocol;

    /// <summary>The server, or null.</summary>
    public string Endpoint { get; } = endpoint;

    /// <summary>Owner and name on the server, or null.</summary>
    public string Identifier { get; } = identifier;

    /// <summary>The branch, or null when none is checked out.</summary>
    public string Branch { get; } = branch;

    /// <summary>Where it is checked out, or null.</summary>
    public AbsolutePath LocalDirectory { get; } = localDirectory;

    /// <summary>What HEAD says: a reference or a commit.</summary>
    public string Head { get; } = head;

    /// <summary>The commit, or null when there is none yet.</summary>
    public string Commit { get; } = commit;

    /// <summary>The tags of the commit.</summary>
    public IReadOnlyCollection<string> Tags { get; } = tags;

    /// <summary>The name of the remote.</summary>
    public string RemoteName { get; } = remoteName;

    /// <summary>The branch there.</summary>
    public string RemoteBranch { get; } = remoteBranch;

    /// <summary>The address over HTTPS, or null.</summary>
    public string HttpsUrl => Endpoint is null ? null : $"https://{Endpoint}/{Identifier}";

    /// <summary>The address over SSH, or null.</summary>
    public string SshUrl => Endpoint is null ? null : $"git@{Endpoint}:{Identifier}.git";

    /// <summary>The repository that is checked out there or in a folder above.</summary>
    public static GitRepository FromLocalDirectory(AbsolutePath directory) => GitDirectory.Read(directory);

    /// <summary>The repository with that address.</summary>
    public static GitRepository FromUrl(string url, string branch = null)
    {
        var (protocol, endpoint, identifier) = GitUrl.Parse(url);
        return new GitRepository(protocol, endpoint, identifier, branch, null, null, null, [], null, null);
    }

    /// <summary>The same repository on another branch.</summary>
    public GitRepository SetBranch(string branch) =>
        new(Protocol, Endpoint, Identifier, branch, LocalDirectory, Head, Commit, Tags, RemoteName, RemoteBranch);

    /// <inheritdoc/>
    public override string ToString() => HttpsUrl ?? LocalDirectory;
}
