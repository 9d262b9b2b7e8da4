namespace Nuke.Common.ProjectModel;

/// <summary>A solution or one of its folders.</summary>
public interface IProjectContainer
{
    /// <summary>The container above, or null.</summary>
    IProjectContainer Parent { get; }

    /// <summary>Projects directly in it.</summary>
    IReadOnlyCollection<Project> Projects { get; }

    /// <summary>Folders directly in it.</summary>
    IReadOnlyCollection<SolutionFolder> SolutionFolders { get; }
}
