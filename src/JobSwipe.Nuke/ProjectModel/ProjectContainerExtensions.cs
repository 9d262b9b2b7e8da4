namespace Nuke.Common.ProjectModel;

/// <summary>Finds projects and folders by name.</summary>
public static class ProjectContainerExtensions
{
    /// <summary>The project of that name or path, or null.</summary>
    public static Project GetProject(this IProjectContainer container, string nameOrFullPath) => Projects(container).FirstOrDefault(
        x => x.Name.Equals(nameOrFullPath, StringComparison.OrdinalIgnoreCase) || x.Path.ToString() == nameOrFullPath);

    /// <summary>The folder of that name, or null.</summary>
    public static SolutionFolder GetSolutionFolder(this IProjectContainer container, string name) =>
        container.SolutionFolders.FirstOrDefault(x => x.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<Project> Projects(IProjectContainer container) => container is Solution solution ? solution.AllProjects : container.Projects;
}
