namespace Nuke.Common.Tooling;

/// <summary>Something that must be installed before a target runs.</summary>
public class ToolRequirement
{
}
