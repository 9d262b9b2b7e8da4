using System.Text.Json;
using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.Tooling;

/// <summary>The packages on this machine, and which of them the build's project restored.</summary>
internal static class NuGetPackages
{
    public static AbsolutePath Directory => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } path
        ? AbsolutePath.Create(Path.GetFullPath(path))
        : AbsolutePath.Create(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)) / ".nuget" / "packages";

    /// <summary>The folder of a package; without a version, the one that the build's project restored.</summary>
    public static AbsolutePath Find(string id, string version)
    {
        version ??= Restored(id).LastOrDefault()
            ?? throw new FileNotFoundException($"The build's project does not restore package '{id}'. Add <PackageDownload Include=\"{id}\" Version=\"[...]\" /> to it");
        var folder = Directory / id.ToLowerInvariant() / version.ToLowerInvariant();
        return folder.DirectoryExists() ? folder : throw new FileNotFoundException($"Package '{id}' {version} is not in '{Directory}'. Restore the build's project");
    }

    private static List<string> Restored(string id)
    {
        var file = BuildPaths.ProjectFile?.Parent / "obj" / "project.assets.json";
        if (file is null || !File.Exists(file))
            return [];
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        var libraries = document.RootElement.GetProperty("libraries").EnumerateObject()
            .Select(x => x.Name.Split('/'))
            .Where(x => string.Equals(x[0], id, StringComparison.OrdinalIgnoreCase))
            .Select(x => x[1]);
        return libraries.Concat(Downloaded(document.RootElement, id)).ToList();
    }

    // PackageDownload names exact versions, as in "[1.2.3, 1.2.3]".
    private static IEnumerable<string> Downloaded(JsonElement assets, string id) => assets.GetProperty("project").GetProperty("frameworks").EnumerateObject()
        .Where(x => x.Value.TryGetProperty("downloadDependencies", out _))
        .SelectMany(x => x.Value.GetProperty("downloadDependencies").EnumerateArray())
        .Where(x => string.Equals(x.GetProperty("name").GetString(), id, StringComparison.OrdinalIgnoreCase))
        .SelectMany(x => x.GetProperty("version").GetString()!.Split(';'))
        .Select(x => x.Trim().Trim('[', ']').Split(',')[0].Trim());
}
