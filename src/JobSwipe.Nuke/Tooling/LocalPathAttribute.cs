using System.Reflection;
using Nuke.Common.Execution;

namespace Nuke.Common.Tooling;

/// <summary>A program in the repository.</summary>
/// <param name="absoluteOrRelativePath">Its path, as seen from the root directory.</param>
public class LocalPathAttribute(string absoluteOrRelativePath) : ToolInjectionAttributeBase
{
    /// <summary>A program that lies elsewhere on Windows.</summary>
    public LocalPathAttribute(string windowsPath, string unixPath)
        : this(EnvironmentInfo.IsWin ? windowsPath : unixPath)
    {
    }

    /// <inheritdoc/>
    public override ToolRequirement GetRequirement(MemberInfo member) => null;

    /// <inheritdoc/>
    public override object GetValue(MemberInfo member, object instance)
    {
        var path = Path.IsPathRooted(absoluteOrRelativePath) ? IO.AbsolutePath.Create(absoluteOrRelativePath) : BuildPaths.Root / absoluteOrRelativePath;
        return File.Exists(path) ? ValueFor(member, path) : throw new FileNotFoundException($"Program '{path}' does not exist", path);
    }
}
