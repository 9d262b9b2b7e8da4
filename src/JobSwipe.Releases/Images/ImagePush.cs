using JobSwipe.Tools;

namespace JobSwipe.Releases.Images;

/// <summary>Brings an image from the local registry to another one, byte for byte and by digest; no tag is made or moved.</summary>
public static class ImagePush
{
    /// <summary>Pushes, and asks the registry whether it has the very digest.</summary>
    /// <param name="artifact">What was built.</param>
    /// <param name="local">Where it lies.</param>
    /// <param name="registry">Where it goes.</param>
    /// <param name="name">The repository there.</param>
    /// <param name="cancellation">Stops it; what was uploaded stays and is not uploaded again.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="NotAnImage">A published folder was delivered in its place.</exception>
    /// <exception cref="DigestNotPushed">The registry has something else.</exception>
    public static async Task<string> RunAsync(Artifact artifact, LocalRegistry local, RegistryClient registry, string name, CancellationToken cancellation = default)
    {
        if (artifact.Kind != ArtifactKind.Image) throw new NotAnImage(artifact);
        if (await registry.FindAsync(name, artifact.Digest.ToString(), cancellation) == artifact.Digest) return "it was there";
        var blobs = local.BlobsOf(artifact.Digest);
        var uploaded = 0;
        foreach (var blob in blobs.Skip(1))
            if (await registry.PutBlobAsync(name, blob, local.Blob(blob), cancellation)) uploaded++;
        await registry.PutManifestAsync(name, artifact.Digest, await File.ReadAllBytesAsync(local.Blob(artifact.Digest), cancellation), cancellation);
        var found = await registry.FindAsync(name, artifact.Digest.ToString(), cancellation);
        return found == artifact.Digest ? $"{uploaded} of {blobs.Count - 1} blobs uploaded" : throw new DigestNotPushed(artifact.Digest, found);
    }
}

/// <summary>There is no image to push.</summary>
public sealed class NotAnImage(Artifact artifact) : DeliveryError(
    $"{artifact.Digest} is a published folder, not an image: there was no container engine.", "Build it where docker, podman or buildah works: ./build.sh DockerBuild --install-tools");

/// <summary>What a registry has is not what was pushed.</summary>
public sealed class DigestNotPushed(Digest digest, Digest? found) : DeliveryError(
    $"{digest} was pushed, and the registry has {(found is { } other ? other.ToString() : "nothing of that name")}.", "Do not deploy it; push again, and ask the registry's owner.");
