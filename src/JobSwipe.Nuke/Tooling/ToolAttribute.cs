namespace Nuke.Common.Tooling;

/// <summary>Says where the program of a task class comes from.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class ToolAttribute : Attribute
{
    internal abstract ToolRequirement GetRequirement(string version);

    internal abstract string GetToolPath();
}
