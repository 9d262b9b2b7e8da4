using System.Reflection;

namespace Nuke.Common.Tooling;

/// <summary>A program in a package that the build's project downloads.</summary>
/// <param name="packageId">The package.</param>
/// <param name="packageExecutable">The program in its folder <c>tools</c>; several are separated by <c>|</c>.</param>
public class NuGetPackageAttribute(string packageId, string packageExecutable) : ToolInjectionAttributeBase
{
    /// <summary>A program that has another name in a process of 32 bits.</summary>
    public NuGetPackageAttribute(string packageId, string packageExecutable32, string packageExecutable64)
        : this(packageId, EnvironmentInfo.Is64Bit ? packageExecutable64 : packageExecutable32)
    {
    }

    /// <summary>The version, if the project downloads several.</summary>
    public string Version { get; set; }

    /// <summary>The target framework, if the package has the program for several.</summary>
    public string Framework { get; set; }

    /// <inheritdoc/>
    public override ToolRequirement GetRequirement(MemberInfo member) => new NuGetPackageRequirement(packageId, Version);

    /// <inheritdoc/>
    public override object GetValue(MemberInfo member, object instance) => ValueFor(
        member,
        ToolPathResolver.TryGetEnvironmentExecutable($"{member.Name.ToUpperInvariant()}_EXE") ??
        NuGetToolPathResolver.GetPackageExecutable(packageId, packageExecutable, Version, Framework));
}
