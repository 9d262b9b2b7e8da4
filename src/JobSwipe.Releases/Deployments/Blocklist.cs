using JobSwipe.Storage;
using JobSwipe.Tools;

namespace JobSwipe.Releases.Deployments;

/// <summary>Digests that nobody may deploy any more, each with a reason.</summary>
public sealed class Blocklist(IObjectStore store)
{
    /// <summary>Blocks a release everywhere. Blocking it again changes nothing: the first reason stays.</summary>
    /// <returns>The block that holds.</returns>
    public async Task<Block> AddAsync(Release release, string actor, string reason, CancellationToken cancellation = default)
    {
        var block = new Block(release.Version, release.Artifact.Digest, reason, actor, DateTimeOffset.UtcNow);
        try
        {
            await store.PutTextAsync(Key(release), Json.Write(block), WriteCondition.IsNew, cancellation);
            return block;
        }
        catch (ObjectExists)
        {
            return (await FindAsync(release, cancellation))!;
        }
    }

    /// <summary>The block of a release; null when it may be deployed.</summary>
    public async Task<Block?> FindAsync(Release release, CancellationToken cancellation = default)
    {
        try
        {
            return Json.Read<Block>(await store.GetTextAsync(Key(release), cancellation), Key(release));
        }
        catch (ObjectMissing)
        {
            return null;
        }
    }

    private static string Key(Release release) => $"blocks/{release.Artifact.Digest.Hex}.json";
}

/// <summary>Why a release may not be deployed.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Digest">Its artifact.</param>
/// <param name="Reason">Why.</param>
/// <param name="Actor">Who says so.</param>
/// <param name="Since">Since when, UTC.</param>
public sealed record Block(string Version, Digest Digest, string Reason, string Actor, DateTimeOffset Since);

/// <summary>A release must not be deployed any more.</summary>
public sealed class ReleaseBlocked(Block block) : DeliveryError(
    $"{block.Version} ({block.Digest.Prefix}) was blocked by {block.Actor} on {block.Since:yyyy-MM-dd}: {block.Reason}",
    "Deploy another release. A block is for ever: build a new one without the fault.");
