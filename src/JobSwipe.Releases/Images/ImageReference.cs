using JobSwipe.Tools;

namespace JobSwipe.Releases.Images;

/// <summary>An image in a registry, as people write it (distribution/reference: a first part with a dot, a port or <c>localhost</c> is the host).</summary>
/// <param name="Registry">The registry's host.</param>
/// <param name="Name">The repository in it.</param>
/// <param name="Tag">A tag, or <c>sha256:…</c>.</param>
public sealed record ImageReference(string Registry, string Name, string Tag)
{
    /// <summary>Whether it names bytes and not a place where they may change.</summary>
    public bool IsPinned => Tag.StartsWith("sha256:", StringComparison.Ordinal);

    /// <summary>Reads a reference; Docker Hub's short names are filled in.</summary>
    public static ImageReference Parse(string text)
    {
        var (rest, digest) = text.Split('@', 2) switch { [var name, var at] => (name, at), _ => (text, null) };
        var slash = rest.IndexOf('/');
        var host = slash > 0 && (rest[..slash].Contains('.') || rest[..slash].Contains(':') || rest[..slash] == "localhost") ? rest[..slash] : null;
        var path = host is null ? rest : rest[(slash + 1)..];
        var (repository, tag) = path.LastIndexOf(':') is > 0 and var colon ? (path[..colon], path[(colon + 1)..]) : (path, "latest");
        if (repository.Length == 0) throw new DeliveryError($"'{text}' names no image.", "Write it as registry/name@sha256:<digest>.");
        return host is null or "docker.io"
            ? new ImageReference("registry-1.docker.io", repository.Contains('/') ? repository : $"library/{repository}", digest ?? tag)
            : new ImageReference(host, repository, digest ?? tag);
    }
}
