using System.Text.Json;
using System.Text.Json.Nodes;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Images;

/// <summary>
/// The folder from which the local platform takes artifacts: one folder a digest, each an OCI image layout
/// (OCI image-spec, image-layout.md) or a published folder. Layouts share their blobs, so a derived image costs little.
/// </summary>
/// <param name="Folder">Where it is.</param>
public sealed record LocalRegistry(string Folder)
{
    /// <summary>The layout that holds all blobs.</summary>
    public string Layout => Path.Combine(Folder, "layout");

    /// <summary>The folder of one artifact.</summary>
    public string PathOf(Digest digest) => Path.Combine(Folder, digest.Hex);

    /// <summary>Takes an image from an engine's storage.</summary>
    public async Task<Digest> PushAsync(ContainerEngine engine, string image, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(Folder);
        var digestFile = Path.Combine(Folder, $"{Guid.NewGuid():N}.digest");
        try
        {
            // Uncompressed layers: they never leave this machine, and compressing takes longer than everything else.
            await engine.Command("push", "--quiet", "--disable-compression", "--digestfile", digestFile, image, $"oci:{Layout}:{Guid.NewGuid():N}")
                .OutputAsync(cancellation);
            var digest = Digest.Parse((await File.ReadAllTextAsync(digestFile, cancellation)).Trim());
            Publish(digest);
            return digest;
        }
        finally
        {
            File.Delete(digestFile);
        }
    }

    /// <summary>Takes an OCI archive as docker's buildx writes it.</summary>
    public async Task<Digest> TakeArchiveAsync(string archive, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(Layout);
        await new Command("tar", "-xf", archive, "-C", Layout).OutputAsync(cancellation);
        using var index = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Layout, "index.json"), cancellation));
        var digest = Digest.Parse(index.RootElement.GetProperty("manifests")[0].GetProperty("digest").GetString()!);
        Publish(digest);
        return digest;
    }

    /// <summary>An image with other variables: a new configuration and manifest over the same layers.</summary>
    /// <param name="image">The image to derive from.</param>
    /// <param name="env">Variables to set, by name; an existing one is replaced.</param>
    public Digest Derive(Digest image, IReadOnlyDictionary<string, string> env)
    {
        var manifest = JsonNode.Parse(File.ReadAllText(Blob(image)))!;
        var config = JsonNode.Parse(File.ReadAllText(Blob(BlobsOf(image)[1])))!;
        var former = config["config"]!["Env"]?.AsArray().Select(entry => (string)entry!) ?? [];
        string[] all = [.. former.Where(entry => !env.ContainsKey(entry.Split('=')[0])), .. env.Select(pair => $"{pair.Key}={pair.Value}")];
        config["config"]!["Env"] = new JsonArray([.. all.Select(entry => JsonValue.Create(entry))]);
        var (digest, size) = Add(config);
        manifest["config"]!["digest"] = digest.ToString();
        manifest["config"]!["size"] = size;
        var derived = Add(manifest).Digest;
        Publish(derived);
        return derived;
    }

    /// <summary>The size of an image: its manifest's config and layers, bytes.</summary>
    public long SizeOf(Digest digest)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Blob(digest)));
        return manifest.RootElement.GetProperty("layers").EnumerateArray().Append(manifest.RootElement.GetProperty("config"))
            .Sum(part => part.GetProperty("size").GetInt64());
    }

    /// <summary>The user that an image's program runs as; empty for root.</summary>
    public string UserOf(Digest digest)
    {
        using var config = JsonDocument.Parse(File.ReadAllText(Blob(BlobsOf(digest)[1])));
        return config.RootElement.TryGetProperty("config", out var part) && part.TryGetProperty("User", out var user) ? user.GetString() ?? "" : "";
    }

    /// <summary>Removes all artifacts but the newest, and the blobs that no other one uses.</summary>
    /// <param name="keep">How many stay.</param>
    /// <returns>The removed images' configurations, which are their names in an engine's storage.</returns>
    public IReadOnlyList<Digest> Prune(int keep)
    {
        if (!Directory.Exists(Folder)) return [];
        var artifacts = Directory.GetDirectories(Folder).Where(folder => Path.GetFileName(folder).Length == 64)
            .OrderByDescending(Directory.GetLastWriteTimeUtc).ToArray();
        var removed = artifacts.Skip(keep).SelectMany(folder => ImagesIn([folder])).Where(digest => File.Exists(Blob(digest)))
            .Select(digest => BlobsOf(digest)[1]).ToArray();
        foreach (var folder in artifacts.Skip(keep)) Directory.Delete(folder, recursive: true);
        var index = Path.Combine(Layout, "index.json");
        if (removed.Length == 0 || !File.Exists(index)) return [];
        var used = ImagesIn(artifacts.Take(keep)).SelectMany(BlobsOf).ToHashSet();
        foreach (var blob in Directory.GetFiles(Path.Combine(Layout, "blobs", "sha256")))
            if (!used.Contains(Digest.Parse("sha256:" + Path.GetFileName(blob)))) File.Delete(blob);
        // The next push writes a new one; the folders of the artifacts name their images themselves.
        File.Delete(index);
        return [.. removed.Except(used)];
    }

    private static IEnumerable<Digest> ImagesIn(IEnumerable<string> folders) => folders
        .Select(folder => Path.Combine(folder, "index.json")).Where(File.Exists)
        .Select(file => Digest.Parse("sha256:" + Path.GetFileName(Path.GetDirectoryName(file))));

    /// <summary>An image's manifest, configuration and layers, in that order.</summary>
    internal IReadOnlyList<Digest> BlobsOf(Digest image)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Blob(image)));
        var config = manifest.RootElement.GetProperty("config");
        return [image, .. manifest.RootElement.GetProperty("layers").EnumerateArray().Prepend(config).Select(part => Digest.Parse(part.GetProperty("digest").GetString()!))];
    }

    /// <summary>The file of a blob.</summary>
    internal string Blob(Digest digest) => Path.Combine(Layout, "blobs", "sha256", digest.Hex);

    private (Digest Digest, long Size) Add(JsonNode content)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(content);
        var digest = Digest.Of(bytes);
        File.WriteAllBytes(Blob(digest), bytes);
        return (digest, bytes.Length);
    }

    private void Publish(Digest digest)
    {
        var folder = Directory.CreateDirectory(PathOf(digest)).FullName;
        File.WriteAllText(Path.Combine(folder, "oci-layout"), """{"imageLayoutVersion":"1.0.0"}""");
        var blobs = Path.Combine(folder, "blobs");
        if (!Directory.Exists(blobs)) Directory.CreateSymbolicLink(blobs, Path.Combine("..", "layout", "blobs"));
        var size = new FileInfo(Blob(digest)).Length;
        File.WriteAllText(Path.Combine(folder, "index.json"),
            $$"""{"schemaVersion":2,"manifests":[{"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":"{{digest}}","size":{{size}}}]}""");
    }
}
