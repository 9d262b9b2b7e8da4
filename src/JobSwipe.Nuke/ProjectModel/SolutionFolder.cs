namespace Nuke.Common.ProjectModel;

/// <summary>A folder of a solution.</summary>
public class SolutionFolder : SolutionItem, IProjectContainer
{
    internal SolutionFolder(Solution solution, IProjectContainer parent, string name)
        : base(solution, parent, name)
    {
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<Project> Projects => Solution.AllProjects.Where(x => x.Parent == this).ToList();

    /// <inheritdoc/>
    public IReadOnlyCollection<SolutionFolder> SolutionFolders => Solution.AllSolutionFolders.Where(x => x.Parent == this).ToList();
}
