using System.Text.Json;
using System.Text.RegularExpressions;
using JobSwipe.Tools;

namespace JobSwipe.Security.Output;

/// <summary>
/// What an application is made of as CycloneDX 1.6 (cyclonedx.org/docs/1.6/json), from lock files alone: packages.lock.json, requirements.txt with
/// pins, pubspec.lock. It knows nothing of the base image's packages.
/// </summary>
public static partial class LockFileSbom
{
    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true, MaxRecursionDepth = 4, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>Writes it.</summary>
    /// <returns>The file.</returns>
    /// <exception cref="NoLockFiles">There is none.</exception>
    public static string Write(string folder, string file)
    {
        var components = Components(folder);
        Json.WriteFile(file, new
        {
            BomFormat = "CycloneDX",
            SpecVersion = "1.6",
            Version = 1,
            Components = components.Select(item => new Dictionary<string, string> { ["type"] = "library", ["name"] = item.Name, ["version"] = item.Version, ["purl"] = item.Purl, ["bom-ref"] = item.Purl }),
        });
        return file;
    }

    /// <summary>Every package once, in order.</summary>
    public static IReadOnlyList<(string Name, string Version, string Purl)> Components(string folder)
    {
        string[] files = [.. Files("packages.lock.json"), .. Files("requirements.txt"), .. Files("pubspec.lock")];
        if (files.Length == 0) throw new NoLockFiles(folder);
        return [.. files.SelectMany(Read).Distinct().OrderBy(item => item.Purl, StringComparer.Ordinal)];

        IEnumerable<string> Files(string name) => Directory.EnumerateFiles(folder, name, Everywhere).Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));
    }

    private static IEnumerable<(string Name, string Version, string Purl)> Read(string file) => Path.GetFileName(file) switch
    {
        "packages.lock.json" => NuGet(file),
        "requirements.txt" => PinnedLine().Matches(File.ReadAllText(file)).Select(match => Of("pypi", match.Groups[1].Value.ToLowerInvariant().Replace('_', '-'), match.Groups[2].Value)),
        _ => PubspecEntry().Matches(File.ReadAllText(file)).Select(match => Of("pub", match.Groups[1].Value, match.Groups[2].Value)),
    };

    private static List<(string Name, string Version, string Purl)> NuGet(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        return [.. json.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject())
            // Projects of the same solution have no version of their own.
            .Where(package => package.Value.TryGetProperty("resolved", out _))
            .Select(package => Of("nuget", package.Name, package.Value.GetProperty("resolved").GetString()!))];
    }

    // package-url/purl-spec: type, name and version, percent-encoded.
    private static (string Name, string Version, string Purl) Of(string type, string name, string version) =>
        (name, version, $"pkg:{type}/{Uri.EscapeDataString(name)}@{Uri.EscapeDataString(version)}");

    [GeneratedRegex(@"^\s*([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^\]]*\])?\s*==\s*([^\s;#\\]+)", RegexOptions.Multiline)]
    private static partial Regex PinnedLine();

    // Two spaces, a name, and within its deeper lines the version.
    [GeneratedRegex(@"^  ([a-z_0-9]+):\n(?:    .*\n)*?    version: ""([^""]+)""", RegexOptions.Multiline)]
    private static partial Regex PubspecEntry();
}

/// <summary>There is nothing to read components from.</summary>
public sealed class NoLockFiles(string folder) : DeliveryError(
    $"'{folder}' has no packages.lock.json, requirements.txt or pubspec.lock.", "Lock the application's packages, or name another folder with --application.");
