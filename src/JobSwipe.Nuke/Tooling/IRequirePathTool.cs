namespace Nuke.Common.Tooling;

/// <summary>A marker for tools found in PATH.</summary>
public interface IRequirePathTool : IRequireTool
{
}
