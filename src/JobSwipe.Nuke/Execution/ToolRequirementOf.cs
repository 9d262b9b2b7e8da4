using System.Reflection;
using Nuke.Common.Tooling;

namespace Nuke.Common.Execution;

/// <summary>What a tool's task class says about where its program comes from.</summary>
internal static class ToolRequirementOf
{
    public static ToolRequirement Type(Type tool, string version) =>
        tool.GetCustomAttribute<ToolAttribute>()
            .NotNull($"'{tool.Name}' does not say where its program comes from")
            .GetRequirement(version);
}
