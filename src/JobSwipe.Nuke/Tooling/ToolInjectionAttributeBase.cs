using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Tooling;

/// <summary>Gives a member a program: its path, or a function that executes it.</summary>
public abstract class ToolInjectionAttributeBase : ValueInjectionAttributeBase
{
    /// <summary>Creates an attribute.</summary>
    protected ToolInjectionAttributeBase()
    {
    }

    /// <summary>A program that is not there is an error only where a target requires it.</summary>
    public override bool SuppressWarnings => true;

    /// <summary>What must be installed.</summary>
    public abstract ToolRequirement GetRequirement(MemberInfo member);

    internal static object ValueFor(MemberInfo member, string path) => member.ValueType() == typeof(Tool) ? ToolResolver.GetTool(path)
        : member.ValueType() == typeof(IO.AbsolutePath) ? IO.AbsolutePath.Create(path)
        : path;
}
