using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>A project of a solution.</summary>
public class Project : SolutionItem, IAbsolutePathHolder
{
    internal Project(Solution solution, IProjectContainer parent, string name, AbsolutePath path)
        : base(solution, parent, name) =>
        Path = path;

    /// <summary>Its file.</summary>
    public AbsolutePath Path { get; }

    /// <summary>Its folder.</summary>
    public AbsolutePath Directory => Path.Parent;

    /// <summary>The name of its file.</summary>
    public string FileName => Path.Name;

    /// <summary>Its file as seen from the solution.</summary>
    public string RelativePath => PathConstruction.GetRelativePath(Solution.Directory, Path);

    /// <summary>Its file; null stays null.</summary>
    public static implicit operator string(Project project) => project?.Path;

    /// <summary>Its file; null stays null.</summary>
    public static implicit operator AbsolutePath(Project project) => project?.Path;
}
