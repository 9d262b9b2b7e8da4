namespace Nuke.Common.Tooling;

/// <summary>The program is found in PATH.</summary>
public class PathToolAttribute : ToolAttribute
{
    /// <summary>Its name.</summary>
    public string Executable { get; set; }

    internal override ToolRequirement GetRequirement(string version) => new PathToolRequirement(Executable);

    internal override string GetToolPath() => ToolPathResolver.GetPathExecutable(Executable);
}
