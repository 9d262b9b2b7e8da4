using Nuke.Common;
using Nuke.Common.Git;

namespace Nuke.Components;

/// <summary>The build lies in a repository.</summary>
public interface IHazGitRepository : INukeBuild
{
    /// <summary>The repository.</summary>
    [GitRepository]
    [Required]
    GitRepository GitRepository => TryGetValue(() => GitRepository);
}
