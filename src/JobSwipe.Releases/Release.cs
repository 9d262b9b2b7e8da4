using JobSwipe.Tools;

namespace JobSwipe.Releases;

/// <summary>What was built once and is promoted unchanged: <c>release.json</c>.</summary>
public sealed record Release
{
    /// <summary>The document's format; readers refuse another one.</summary>
    public int Format { get; init; } = 1;

    /// <summary>The application's name.</summary>
    public required string Application { get; init; }

    /// <summary>SemVer 2.0, from the git tag or <c>--release-version</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The commit, 40 digits; <c>unknown</c> outside a git repository.</summary>
    public required string Commit { get; init; }

    /// <summary>Whether the working tree had changes that no commit holds.</summary>
    public bool Dirty { get; init; }

    /// <summary>The artifact, by digest.</summary>
    public required Artifact Artifact { get; init; }

    /// <summary>The newest migration that this release brings.</summary>
    public required string MigrationHead { get; init; }

    /// <summary>When the commit was made, UTC; null outside a git repository.</summary>
    public DateTimeOffset? Committed { get; init; }

    /// <summary>When it was built, UTC.</summary>
    public required DateTimeOffset Built { get; init; }

    /// <summary>SHA-256 of what it was built from; null when that cannot be known beforehand, as with a Dockerfile that fetches things.</summary>
    public string? Inputs { get; init; }

    /// <summary>What was proved or said about it when it was built, each file by its SHA-256: SBOM, test results. Scan verdicts lie in the object store under its digest.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>What built it, and from where; null for a release of before there was one.</summary>
    public Provenance? Provenance { get; init; }

    /// <summary>Two are equal when their documents are.</summary>
    public bool Equals(Release? other) => other is not null && Json.Write(this) == Json.Write(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Artifact.Digest.GetHashCode();

    /// <summary>The release that lies there, when it was built from the very same inputs and its artifact is at hand.</summary>
    public static Release? Unchanged(string path, string? inputs, Images.LocalRegistry registry)
    {
        if (inputs is null || !File.Exists(path)) return null;
        var release = Load(path);
        return release.Inputs == inputs && Directory.Exists(registry.PathOf(release.Artifact.Digest)) ? release : null;
    }

    /// <summary>Reads a release.</summary>
    /// <exception cref="ReleaseMissing">There is no such file.</exception>
    public static Release Load(string path)
    {
        if (!File.Exists(path)) throw new ReleaseMissing(path);
        var release = Json.Read<Release>(File.ReadAllText(path), path);
        return release.Format == 1 ? release : throw new DeliveryError($"{path} has format {release.Format}; this build reads format 1.", "Build the release again with DockerBuild.");
    }

    /// <summary>Writes it.</summary>
    public void Save(string path) => Json.WriteFile(path, this);
}

/// <summary>An immutable build output.</summary>
/// <param name="Kind">An OCI image, or a published folder where no container engine is at hand.</param>
/// <param name="Repository">Where it would be pushed to, without tag.</param>
/// <param name="Digest">The OCI manifest's digest, or the folder's.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Engine">What built it.</param>
/// <param name="Base">The base image: a reference by digest, or how it was made.</param>
public sealed record Artifact(ArtifactKind Kind, string Repository, Digest Digest, long Bytes, string Engine, string Base)
{
    /// <summary>The reference that a platform deploys: by digest, never by tag.</summary>
    public string Reference => $"{Repository}@{Digest}";
}

/// <summary>What an artifact is.</summary>
public enum ArtifactKind
{
    /// <summary>An OCI image.</summary>
    Image,

    /// <summary>A published folder.</summary>
    Folder,
}

/// <summary>There is no release to work with.</summary>
public sealed class ReleaseMissing(string path) : DeliveryError($"There is no release at '{path}'.", "Build one first: ./build.sh DockerBuild");
