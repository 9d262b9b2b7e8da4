using System.Text.Json;
using System.Text.Json.Serialization;
using JobSwipe.LocalFly.Api;
using JobSwipe.LocalFly.Platform;

namespace JobSwipe.LocalFly.Images;

/// <summary>A published folder: the program runs where it lies, as this platform's own user.</summary>
internal sealed class FolderFilesystem(string folder) : IFilesystem
{
    public static MachineImage Read(string folder, ImageRef reference)
    {
        var entry = JsonSerializer.Deserialize<Entrypoint>(File.ReadAllText(Path.Combine(folder, "entrypoint.json")), Wire.Options)!;
        var published = Path.Combine(folder, "published");
        return new MachineImage(reference, entry.Env, entry.Command, [], () => Task.FromResult<IFilesystem>(new FolderFilesystem(published)));
    }

    public IReadOnlyList<string> Enter(IReadOnlyList<string> command, IReadOnlyList<(string Folder, string Path)> mounts, IDictionary<string, string> env)
    {
        if (mounts.Count > 0) throw new PlatformError($"a published folder has no place for the volume at {mounts[0].Path}; deploy an image instead");
        return [Program(command[0]), .. command.Skip(1)];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private string Program(string name) => Path.Combine(folder, Path.GetFileName(name)) is var path && File.Exists(path) ? path : name;

    private sealed record Entrypoint([property: JsonPropertyName("entrypoint")] IReadOnlyList<string> Command, IReadOnlyDictionary<string, string> Env);
}
