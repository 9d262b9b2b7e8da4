using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>Finds programs in packages.</summary>
public static class NuGetToolPathResolver
{
    /// <summary>The path of a program in the folder <c>tools</c> of a restored package.</summary>
    /// <param name="packageId">The package.</param>
    /// <param name="packageExecutable">The program; several are separated by <c>|</c>.</param>
    /// <param name="version">The version; null for the one that the build's project restored.</param>
    /// <param name="framework">The target framework, if the package has the program for several.</param>
    public static string GetPackageExecutable(string packageId, string packageExecutable, string version = null, string framework = null)
    {
        var package = NuGetPackages.Find(packageId, version);
        var names = packageExecutable.Split('|');
        var found = names
            .SelectMany(x => package.GlobFiles($"tools/**/{x}", $"{x}"))
            .Where(x => framework is null || x.Parent.Name.EqualsOrdinalIgnoreCase(framework) || x.ToString().Contains($"/{framework}/"))
            .Distinct()
            .ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw new FileNotFoundException($"Package '{packageId}' in '{package}' has no program {names.JoinCommaOr()}"),
            _ => throw new InvalidOperationException($"Package '{packageId}' has several: {found.Select(x => package.GetUnixRelativePathTo(x).ToString()).JoinCommaSpace()}. Give the framework")
        };
    }
}
