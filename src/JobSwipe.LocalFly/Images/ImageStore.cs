using System.Text.RegularExpressions;
using JobSwipe.LocalFly.Api;
using JobSwipe.LocalFly.Platform;

namespace JobSwipe.LocalFly.Images;

/// <summary>Finds images in the registry folder: one folder a digest, an OCI image layout or a published folder.</summary>
/// <param name="registry">The folder.</param>
/// <param name="buildah">Takes layouts apart.</param>
internal sealed partial class ImageStore(string registry, Buildah buildah)
{
    /// <summary>The image of a reference such as <c>registry.fly.io/app@sha256:…</c>.</summary>
    /// <exception cref="PlatformError">There is no such image.</exception>
    public MachineImage Resolve(string reference)
    {
        var parts = Reference().Match(reference);
        if (!parts.Success) throw new PlatformError($"failed to get manifest {reference}: could not parse the reference");
        var hex = parts.Groups["hex"].Value is { Length: > 0 } digest ? digest : ByTag(reference, parts);
        var folder = Path.Combine(registry, hex);
        var image = new ImageRef(parts.Groups["registry"].Value, parts.Groups["repository"].Value, parts.Groups["tag"].Value, $"sha256:{hex}", new Dictionary<string, string>());
        if (File.Exists(Path.Combine(folder, "entrypoint.json"))) return FolderFilesystem.Read(folder, image);
        return File.Exists(Path.Combine(folder, "index.json")) ? ImageFilesystem.Read(folder, image, buildah) : throw Missing(reference);
    }

    private string ByTag(string reference, Match parts)
    {
        var file = Path.Combine(registry, "tags", parts.Groups["repository"].Value.Replace("/", "__"), parts.Groups["tag"].Value is { Length: > 0 } tag ? tag : "latest");
        return File.Exists(file) ? File.ReadAllText(file).Trim().Replace("sha256:", "") : throw Missing(reference);
    }

    private static PlatformError Missing(string reference) => new($"failed to get manifest {reference}: could not find image \"{reference}\"");

    [GeneratedRegex(@"^(?:(?<registry>[^/]+\.[^/]+|localhost(?::\d+)?)/)?(?<repository>[a-z0-9._/-]+?)(?::(?<tag>[\w.-]+))?(?:@sha256:(?<hex>[0-9a-f]{64}))?$")]
    private static partial Regex Reference();
}
