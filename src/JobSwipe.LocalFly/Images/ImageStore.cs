using System.Text.Json;
using System.Text.RegularExpressions;
using JobSwipe.LocalFly.Platform;

namespace JobSwipe.LocalFly.Images;

/// <summary>Finds images in the registry folder: one folder a digest, an OCI image layout or a published folder.</summary>
/// <param name="registry">The folder.</param>
/// <param name="containers">Where buildah keeps images and machines' files.</param>
internal sealed partial class ImageStore(string registry, string containers)
{
    private readonly SemaphoreSlim _pulling = new(1);

    /// <summary>The image of a reference such as <c>registry.fly.io/app@sha256:…</c>.</summary>
    /// <exception cref="PlatformError">There is no such image.</exception>
    public async Task<MachineImage> ResolveAsync(string reference)
    {
        var parts = Reference().Match(reference);
        var hex = parts.Groups["hex"].Value;
        if (!parts.Success || hex.Length == 0) hex = await ByTagAsync(reference, parts);
        var folder = Path.Combine(registry, hex);
        var image = new ImageRef(parts.Groups["registry"].Value, parts.Groups["repository"].Value, parts.Groups["tag"].Value, $"sha256:{hex}", new Dictionary<string, string>());
        if (File.Exists(Path.Combine(folder, "entrypoint.json"))) return FolderFilesystem.Read(folder, image);
        if (!File.Exists(Path.Combine(folder, "index.json"))) throw Missing(reference);
        await _pulling.WaitAsync();
        try
        {
            return await ImageFilesystem.PullAsync(folder, image, containers);
        }
        finally
        {
            _pulling.Release();
        }
    }

    private async Task<string> ByTagAsync(string reference, Match parts)
    {
        var file = Path.Combine(registry, "tags", parts.Groups["repository"].Value.Replace("/", "__"), parts.Groups["tag"].Value is { Length: > 0 } tag ? tag : "latest");
        if (!parts.Success || !File.Exists(file)) throw Missing(reference);
        return (await File.ReadAllTextAsync(file)).Trim().Replace("sha256:", "");
    }

    private static PlatformError Missing(string reference) => new($"failed to get manifest {reference}: could not find image \"{reference}\"");

    [GeneratedRegex(@"^(?:(?<registry>[^/]+\.[^/]+|localhost(?::\d+)?)/)?(?<repository>[a-z0-9._/-]+?)(?::(?<tag>[\w.-]+))?(?:@sha256:(?<hex>[0-9a-f]{64}))?$")]
    private static partial Regex Reference();
}

/// <summary>A published folder: the program runs where it lies, as this platform's own user.</summary>
internal sealed class FolderFilesystem(string folder) : IFilesystem
{
    public static MachineImage Read(string folder, ImageRef reference)
    {
        var entry = JsonSerializer.Deserialize<Entrypoint>(File.ReadAllText(Path.Combine(folder, "entrypoint.json")), Wire.Options)!;
        var published = Path.Combine(folder, "published");
        return new MachineImage(reference, entry.Env, entry.Command, "", published, () => Task.FromResult<IFilesystem>(new FolderFilesystem(published)));
    }

    public IReadOnlyList<string> Enter(MachineImage image, IReadOnlyList<string> command) => [Program(command[0]), .. command.Skip(1)];

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private string Program(string name) => Path.Combine(folder, Path.GetFileName(name)) is var path && File.Exists(path) ? path : name;

    private sealed record Entrypoint([property: System.Text.Json.Serialization.JsonPropertyName("entrypoint")] IReadOnlyList<string> Command, IReadOnlyDictionary<string, string> Env);
}
