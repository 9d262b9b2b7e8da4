using JobSwipe.Storage;
using JobSwipe.Tools;

namespace JobSwipe.Releases.Deployments;

/// <summary>One deployment at a time per environment: a lease in the object store, taken by conditional write.</summary>
public sealed class DeployLock : IAsyncDisposable
{
    private readonly IObjectStore _store;
    private readonly string _key;

    private DeployLock(IObjectStore store, string key) => (_store, _key) = (store, key);

    /// <summary>Takes the lock, also from a holder whose lease has expired.</summary>
    /// <param name="store">Where it is.</param>
    /// <param name="environment">What is locked.</param>
    /// <param name="owner">Who takes it.</param>
    /// <param name="reason">What for.</param>
    /// <param name="lease">How long nobody else may take it; longer than any deployment.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="DeployLocked">Somebody else holds it.</exception>
    public static async Task<DeployLock> TakeAsync(
        IObjectStore store, string environment, string owner, string reason, TimeSpan lease, CancellationToken cancellation = default)
    {
        var key = $"locks/{ObjectKey.Segment(environment)}.json";
        var content = Json.Write(new LockContent(owner, reason, DateTimeOffset.UtcNow + lease));
        try
        {
            await store.PutTextAsync(key, content, WriteCondition.IsNew, cancellation);
        }
        catch (ObjectExists)
        {
            await TakeOverAsync(store, environment, key, content, cancellation);
        }
        return new DeployLock(store, key);
    }

    /// <summary>Gives it back.</summary>
    public async ValueTask DisposeAsync() => await _store.DeleteAsync(_key);

    private static async Task TakeOverAsync(IObjectStore store, string environment, string key, string content, CancellationToken cancellation)
    {
        var info = await store.HeadAsync(key, cancellation);
        if (info is null)
        {
            // Given back in this moment.
            await store.PutTextAsync(key, content, WriteCondition.IsNew, cancellation);
            return;
        }
        var holder = Json.Read<LockContent>(await store.GetTextAsync(key, cancellation), key);
        if (holder.Expires > DateTimeOffset.UtcNow) throw new DeployLocked(environment, holder);
        try
        {
            await store.PutTextAsync(key, content, WriteCondition.Matches(info.ETag), cancellation);
        }
        catch (ObjectChanged)
        {
            throw new DeployLocked(environment, holder);
        }
    }
}

/// <summary>Who holds a lock.</summary>
/// <param name="Owner">User and machine.</param>
/// <param name="Reason">What for.</param>
/// <param name="Expires">When anybody may take it.</param>
public sealed record LockContent(string Owner, string Reason, DateTimeOffset Expires);

/// <summary>Somebody else deploys to this environment.</summary>
public sealed class DeployLocked(string environment, LockContent holder) : DeliveryError(
    $"{environment} is locked by {holder.Owner} ({holder.Reason}) until {holder.Expires:yyyy-MM-dd HH:mm:ss} UTC.",
    "Wait for that deployment to end; its lock expires by itself when it was killed.");
