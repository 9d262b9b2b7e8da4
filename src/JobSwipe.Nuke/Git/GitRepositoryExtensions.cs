namespace Nuke.Common.Git;

/// <summary>Asks for the kind of branch.</summary>
public static class GitRepositoryExtensions
{
    /// <summary>Whether it is main.</summary>
    public static bool IsOnMainBranch(this GitRepository repository) => Is(repository, "main");

    /// <summary>Whether it is master.</summary>
    public static bool IsOnMasterBranch(this GitRepository repository) => Is(repository, "master");

    /// <summary>Whether it is main or master.</summary>
    public static bool IsOnMainOrMasterBranch(this GitRepository repository) => repository.IsOnMainBranch() || repository.IsOnMasterBranch();

    /// <summary>Whether it is develop.</summary>
    public static bool IsOnDevelopBranch(this GitRepository repository) => Is(repository, "develop") || Is(repository, "dev");

    /// <summary>Whether it is below feature.</summary>
    public static bool IsOnFeatureBranch(this GitRepository repository) => IsBelow(repository, "feature/") || IsBelow(repository, "features/");

    /// <summary>Whether it is below release.</summary>
    public static bool IsOnReleaseBranch(this GitRepository repository) => IsBelow(repository, "release/") || IsBelow(repository, "releases/");

    /// <summary>Whether it is below hotfix.</summary>
    public static bool IsOnHotfixBranch(this GitRepository repository) => IsBelow(repository, "hotfix/") || IsBelow(repository, "hotfixes/");

    private static bool Is(GitRepository repository, string branch) => string.Equals(repository.Branch, branch, StringComparison.OrdinalIgnoreCase);

    private static bool IsBelow(GitRepository repository, string prefix) => repository.Branch?.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) == true;
}
