using System.Reflection;
using Nuke.Common.IO;

namespace Nuke.Common.Execution;

/// <summary>Where the repository, the build and its files are.</summary>
internal static class BuildPaths
{
    private const string Marker = ".nuke";
    private const string RootVariable = "NUKE_ROOT";

    private static AbsolutePath s_root;
    private static AbsolutePath s_temporary;
    private static AbsolutePath s_projectFile;

    public static AbsolutePath AssemblyFile { get; } = Assembly.GetEntryAssembly()?.Location is { Length: > 0 } location ? AbsolutePath.Create(location) : null;

    public static AbsolutePath Root
    {
        get => s_root ??= FindRoot();
        set => s_root = value;
    }

    public static AbsolutePath NukeDirectory => Root / Marker;

    public static AbsolutePath Temporary => s_temporary ??= (NukeDirectory / "temp").CreateDirectory();

    public static AbsolutePath ProjectFile => s_projectFile ??= AssemblyFile?.Parent
        .FindParentOrSelf(x => Directory.EnumerateFiles(x, "*.csproj").Any()) is { } directory
        ? AbsolutePath.Create(Directory.EnumerateFiles(directory, "*.csproj").Order(StringComparer.Ordinal).First())
        : null;

    /// <summary>Takes the root that the command line names; without a value it is the working directory.</summary>
    public static void UseRoot(IReadOnlyList<string> values)
    {
        Root = AbsolutePath.Create(Path.GetFullPath(values.Count == 0 ? "." : values[0]));
        if (!Directory.Exists(Root))
            throw new BadInvocationException($"Root directory '{Root}' does not exist");
    }

    private static AbsolutePath FindRoot()
    {
        if (Environment.GetEnvironmentVariable(RootVariable) is { Length: > 0 } variable)
        {
            // It is for this build; one that this build starts looks for its own root.
            Environment.SetEnvironmentVariable(RootVariable, null);
            return AbsolutePath.Create(Path.GetFullPath(variable));
        }

        return WithMarker(AbsolutePath.Create(Environment.CurrentDirectory)) ??
               (AssemblyFile is null ? null : WithMarker(AssemblyFile.Parent)) ??
               throw new BadInvocationException(
                   $"No root directory: neither '{Environment.CurrentDirectory}' nor a parent holds '{Marker}'. Use --root, or create the folder");
    }

    private static AbsolutePath WithMarker(AbsolutePath path) => path.FindParentOrSelf(x => Directory.Exists(x / Marker) || File.Exists(x / Marker));
}
