namespace Nuke.Common.Tooling;

/// <summary>A program that must be found in PATH.</summary>
/// <param name="pathExecutable">Its name.</param>
public class PathToolRequirement(string pathExecutable) : ToolRequirement
{
    /// <summary>Its name.</summary>
    public string PathExecutable { get; set; } = pathExecutable;
}
