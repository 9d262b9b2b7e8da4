using System.Reflection;

namespace Nuke.Common.Tooling;

/// <summary>A program in PATH: the one named, else the one named like the member; <c>NAME_EXE</c> may give another path.</summary>
/// <param name="name">Its name.</param>
public class PathVariableAttribute(string name = null) : ToolInjectionAttributeBase
{
    /// <inheritdoc/>
    public override ToolRequirement GetRequirement(MemberInfo member) => new PathToolRequirement(Name(member));

    /// <inheritdoc/>
    public override object GetValue(MemberInfo member, object instance) => ValueFor(
        member, ToolPathResolver.TryGetEnvironmentExecutable($"{member.Name.ToUpperInvariant()}_EXE") ?? ToolPathResolver.GetPathExecutable(Name(member)));

    private string Name(MemberInfo member) => name ?? member.Name.ToLowerInvariant();
}
