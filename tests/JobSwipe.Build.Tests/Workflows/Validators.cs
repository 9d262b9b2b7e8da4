using System.Text.Json;
using System.Text.Json.Nodes;
using JobSwipe.Tools.Installing;

namespace JobSwipe.Build.Tests.Workflows;

/// <summary>actionlint and GitHub's own checks, in locked versions, installed beside the compiled tests.</summary>
internal static class Validators
{
    private static readonly Lazy<string> Folder = new(() =>
        NpmPackages.EnsureAsync(Repository.Path("tests", "JobSwipe.Build.Tests", "Workflows", "validators"), Path.Combine(AppContext.BaseDirectory, "validators")).GetAwaiter().GetResult());

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

    internal sealed record Finding(string Tool, string File, int Line, string Message);
}
