using JobSwipe.Storage;
using JobSwipe.Tools;

namespace JobSwipe.Releases.Deployments;

/// <summary>An environment's lock as it lies in the object store: of a deployment under way, or set by hand to keep deployments out.</summary>
/// <param name="Content">Who holds it.</param>
/// <param name="Tag">The object's ETag.</param>
public sealed record HeldLock(LockContent Content, string Tag)
{
    /// <summary>Who holds the lock; null when nobody does.</summary>
    public static async Task<HeldLock?> FindAsync(IObjectStore store, string environment, CancellationToken cancellation = default)
    {
        var info = await store.HeadAsync(Key(environment), cancellation);
        if (info is null) return null;
        try
        {
            return new HeldLock(Json.Read<LockContent>(await store.GetTextAsync(Key(environment), cancellation), Key(environment)), info.ETag);
        }
        catch (ObjectMissing)
        {
            return null;
        }
    }

    /// <summary>Locks an environment by hand, until a moment or until <see cref="ReleaseAsync"/>.</summary>
    /// <exception cref="DeployLocked">Somebody else holds it.</exception>
    public static Task SetAsync(IObjectStore store, string environment, string owner, string reason, TimeSpan time, CancellationToken cancellation = default) =>
        PutAsync(store, environment, new LockContent(owner, reason, DateTimeOffset.UtcNow + time), holder => throw new DeployLocked(environment, holder.Content), cancellation);

    /// <summary>Removes the lock. One that somebody holds is removed only with a reason.</summary>
    /// <returns>Whose lock was removed; null when there was none.</returns>
    /// <exception cref="DeployLocked">A deployment renews it, or somebody else set it, and no reason was given.</exception>
    public static async Task<LockContent?> ReleaseAsync(IObjectStore store, string environment, string actor, string? reason, CancellationToken cancellation = default)
    {
        var held = await FindAsync(store, environment, cancellation);
        if (held is null) return null;
        var own = held.Content.Owner == actor && !held.Content.Renewed;
        if (!own && held.Content.Expires > DateTimeOffset.UtcNow && reason is null) throw new DeployLocked(environment, held.Content);
        await store.DeleteAsync(Key(environment), cancellation);
        return held.Content;
    }

    internal static string Key(string environment) => $"locks/{ObjectKey.Segment(environment)}.json";

    /// <summary>Writes a lock where nobody holds one; <paramref name="occupied"/> returns when a holder may be replaced, or throws.</summary>
    internal static async Task<string> PutAsync(
        IObjectStore store, string environment, LockContent content, Func<HeldLock, Task> occupied, CancellationToken cancellation)
    {
        while (true)
        {
            var held = await FindAsync(store, environment, cancellation);
            if (held is not null)
            {
                // An hour of clock difference would be needed to mistake a live deployment for one that ended long ago.
                var longAgo = held.Content.Expires < DateTimeOffset.UtcNow - (held.Content.Renewed ? TimeSpan.FromHours(1) : TimeSpan.Zero);
                if (!longAgo && !held.Content.Renewed) throw new DeployLocked(environment, held.Content);
                if (!longAgo) await occupied(held);
            }
            try
            {
                return (await store.PutTextAsync(Key(environment), Json.Write(content), held is null ? WriteCondition.IsNew : WriteCondition.Matches(held.Tag), cancellation)).ETag;
            }
            catch (ObjectMissing)
            {
                // Given back in this moment: take it as a free one.
            }
            catch (Exception exception) when (exception is ObjectExists or ObjectChanged)
            {
                if (await FindAsync(store, environment, cancellation) is { } faster) throw new DeployLocked(environment, faster.Content);
            }
        }
    }
}

/// <summary>Who holds a lock.</summary>
/// <param name="Owner">User and machine.</param>
/// <param name="Reason">What for.</param>
/// <param name="Expires">When anybody may take it, by the owner's clock.</param>
public sealed record LockContent(string Owner, string Reason, DateTimeOffset Expires)
{
    /// <summary>Whether a deployment holds and renews it; a lock set by hand is not renewed.</summary>
    public bool Renewed { get; init; }
}

/// <summary>Somebody else holds the lock of an environment.</summary>
public sealed class DeployLocked(string environment, LockContent holder) : DeliveryError(
    $"{environment} is locked by {holder.Owner} ({holder.Reason}) until {holder.Expires:yyyy-MM-dd HH:mm:ss} UTC{(holder.Renewed ? ", and it is renewed" : "")}.",
    holder.Renewed
        ? "Wait for that deployment to end. When it was killed, its lock ends by itself within a minute."
        : "Ask its owner, or remove it: ./build.sh Unlock --delivery-environment <environment> --reason \"…\"");
