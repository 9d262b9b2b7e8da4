using System.Text.Json;
using System.Text.Json.Nodes;

namespace JobSwipe.Build.Tests.Workflows;

/// <summary>actionlint and GitHub's own checks, in locked versions, installed beside the compiled tests.</summary>
internal static class Validators
{
    private static readonly Lazy<string> Folder = new(Install);

    public static string Committed { get; } = Repository.Path(".github", "workflows");

    public static string Bad { get; } = Repository.Path("tests", "JobSwipe.Build.Tests", "Workflows", "bad");

    public static IReadOnlyList<Finding> Validate(params string[] files) =>
    [
        .. Node("validate.mjs", files).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<Finding>(line, JsonSerializerOptions.Web)!),
    ];

    /// <summary>The committed workflows by file name.</summary>
    public static IReadOnlyDictionary<string, JsonObject> Read() =>
        JsonNode.Parse(Node("read.mjs", Directory.GetFiles(Committed)))!.AsObject().ToDictionary(file => file.Key, file => file.Value!.AsObject());

    private static string Node(string script, string[] files)
    {
        var (exitCode, output) = Shell.Run(Folder.Value, "node", ["--no-warnings", script, .. files.Order(StringComparer.Ordinal)]);
        exitCode.ShouldBe(0, output);
        return output;
    }

    private static string Install()
    {
        var source = Repository.Path("tests", "JobSwipe.Build.Tests", "Workflows", "validators");
        var folder = Path.Combine(AppContext.BaseDirectory, "validators");
        Directory.CreateDirectory(folder);
        var locked = Path.Combine(folder, "package-lock.json");
        var isInstalled = File.Exists(locked) && File.ReadAllText(locked) == File.ReadAllText(Path.Combine(source, "package-lock.json")) &&
            Directory.Exists(Path.Combine(folder, "node_modules", "yaml"));
        foreach (var file in new[] { ".npmrc", "package.json", "package-lock.json", "json-imports.mjs", "validate.mjs", "read.mjs" })
            File.Copy(Path.Combine(source, file), Path.Combine(folder, file), overwrite: true);
        if (isInstalled) return folder;
        var (exitCode, output) = Shell.Run(folder, "npm", ["ci", "--ignore-scripts"]);
        exitCode.ShouldBe(0, output);
        return folder;
    }

    internal sealed record Finding(string Tool, string File, int Line, string Message);
}
