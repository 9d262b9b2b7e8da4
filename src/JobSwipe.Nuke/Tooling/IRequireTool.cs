namespace Nuke.Common.Tooling;

/// <summary>A marker for targets that need a tool.</summary>
public interface IRequireTool
{
}
