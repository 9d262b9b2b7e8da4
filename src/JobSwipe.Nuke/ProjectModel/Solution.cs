using System.IO.Enumeration;
using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>A solution, read from a <c>.sln</c> or <c>.slnx</c> file.</summary>
public class Solution : IProjectContainer, IAbsolutePathHolder
{
    private readonly List<Project> _projects = [];
    private readonly List<SolutionFolder> _folders = [];

    internal Solution(AbsolutePath path) => Path = path;

    IProjectContainer IProjectContainer.Parent => null;

    /// <summary>Its file.</summary>
    public AbsolutePath Path { get; set; }

    /// <summary>Its folder.</summary>
    public AbsolutePath Directory => Path.Parent;

    /// <summary>Its name.</summary>
    public string Name => Path.NameWithoutExtension;

    /// <summary>The name of its file.</summary>
    public string FileName => Path.Name;

    /// <summary>All projects.</summary>
    public IReadOnlyCollection<Project> AllProjects => _projects;

    /// <summary>All folders.</summary>
    public IReadOnlyCollection<SolutionFolder> AllSolutionFolders => _folders;

    /// <inheritdoc/>
    public IReadOnlyCollection<Project> Projects => _projects.Where(x => x.Parent == this).ToList();

    /// <inheritdoc/>
    public IReadOnlyCollection<SolutionFolder> SolutionFolders => _folders.Where(x => x.Parent == this).ToList();

    /// <summary>Its file; null stays null.</summary>
    public static implicit operator string(Solution solution) => solution?.Path;

    /// <summary>Its file; null stays null.</summary>
    public static implicit operator AbsolutePath(Solution solution) => solution?.Path;

    /// <summary>The projects whose name matches, with <c>*</c> and <c>?</c>.</summary>
    public IEnumerable<Project> GetAllProjects(string wildcardPattern) =>
        _projects.Where(x => FileSystemName.MatchesSimpleExpression(wildcardPattern, x.Name));

    internal SolutionFolder AddFolder(IProjectContainer parent, string name)
    {
        var folder = new SolutionFolder(this, parent, name);
        _folders.Add(folder);
        return folder;
    }

    internal void AddProject(IProjectContainer parent, string name, AbsolutePath path) => _projects.Add(new Project(this, parent, name, path));
}
