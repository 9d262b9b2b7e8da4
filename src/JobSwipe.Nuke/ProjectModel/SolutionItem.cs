namespace Nuke.Common.ProjectModel;

/// <summary>A project or a folder of a solution.</summary>
public class SolutionItem
{
    internal SolutionItem(Solution solution, IProjectContainer parent, string name) => (Solution, Parent, Name) = (solution, parent, name);

    /// <summary>The solution.</summary>
    public Solution Solution { get; }

    /// <summary>Where it lies.</summary>
    public IProjectContainer Parent { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
