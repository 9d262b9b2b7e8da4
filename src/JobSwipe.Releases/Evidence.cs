using JobSwipe.Tools;

namespace JobSwipe.Releases;

/// <summary>A document about a release. The release names it by digest, so it cannot be exchanged later.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="File">Its name beside the release, or its path in the build's artifacts.</param>
/// <param name="Digest">Its SHA-256.</param>
/// <param name="Summary">What it says, for people.</param>
public sealed record Evidence(EvidenceKind Kind, string File, Digest Digest, string Summary)
{
    /// <summary>The evidence that a file is.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="root">The folder that its path is told from.</param>
    /// <param name="file">The file.</param>
    /// <param name="summary">What it says.</param>
    public static Evidence Of(EvidenceKind kind, string root, string file, string summary) =>
        new(kind, Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/'), Digest.Of(System.IO.File.ReadAllBytes(file)), summary);

    /// <summary>Checks that the file is still what was recorded.</summary>
    /// <exception cref="EvidenceChanged">It is another one, or gone.</exception>
    public void Require(string root)
    {
        var path = Path.Combine(root, File);
        if (!System.IO.File.Exists(path) || Digest.Of(System.IO.File.ReadAllBytes(path)) != Digest) throw new EvidenceChanged(this, path);
    }
}

/// <summary>What a document proves.</summary>
public enum EvidenceKind
{
    /// <summary>What it is made of, as CycloneDX.</summary>
    Sbom,

    /// <summary>Results of its tests.</summary>
    Tests,

    /// <summary>A scanner's report that was there before the image, such as of the sources.</summary>
    Scan,
}

/// <summary>A document is not the one that a release was built with.</summary>
public sealed class EvidenceChanged(Evidence evidence, string path) : DeliveryError(
    $"{path} is not the {evidence.Kind.ToString().ToLowerInvariant()} that the release names as {evidence.Digest}.", "Take it from the artifacts of the build that made the release, or build again: ./build.sh DockerBuild");
