using System.Text.Json;

namespace JobSwipe.LocalFly.Images;

/// <summary>Reads what an image says about itself from its layout (OCI image-spec, image-layout.md and config.md).</summary>
internal sealed record OciLayout(IReadOnlyDictionary<string, string> Env, IReadOnlyList<string> Entrypoint, IReadOnlyList<string> Command, string User, string WorkingDirectory)
{
    public static OciLayout Read(string folder)
    {
        using var index = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "index.json")));
        using var manifest = Blob(folder, index.RootElement.GetProperty("manifests")[0]);
        using var document = Blob(folder, manifest.RootElement.GetProperty("config"));
        var config = document.RootElement.TryGetProperty("config", out var settings) ? settings : default;
        return new OciLayout(
            Texts(config, "Env").Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair.Length > 1 ? pair[1] : ""),
            [.. Texts(config, "Entrypoint")],
            [.. Texts(config, "Cmd")],
            Text(config, "User") ?? "",
            Text(config, "WorkingDir") ?? "/");
    }

    private static JsonDocument Blob(string folder, JsonElement descriptor) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "blobs", "sha256", descriptor.GetProperty("digest").GetString()!.Split(':')[1])));

    private static string? Text(JsonElement config, string name) =>
        config.ValueKind == JsonValueKind.Object && config.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 } text ? text : null;

    private static IEnumerable<string> Texts(JsonElement config, string name) =>
        config.ValueKind == JsonValueKind.Object && config.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Select(item => item.GetString()!) : [];
}
