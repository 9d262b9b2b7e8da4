using System.Diagnostics;
using JobSwipe.Storage;
using JobSwipe.Tools;

namespace JobSwipe.Releases.Deployments;

/// <summary>
/// One deployment at a time per environment: a lease in the object store, taken by conditional write and renewed while it is held.
/// Whether a holder still lives is judged by its renewals and this machine's own stopwatch, so clocks may differ.
/// </summary>
public sealed class DeployLock : IAsyncDisposable
{
    /// <summary>How long a holder that does not renew keeps others out.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private readonly IObjectStore _store;
    private readonly string _key;
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _lost = new();
    private readonly Task _renewing;
    private string _tag;

    private DeployLock(IObjectStore store, string key, string tag, LockContent content, TimeSpan lease)
    {
        (_store, _key, _tag) = (store, key, tag);
        _renewing = RenewAsync(content, lease);
    }

    /// <summary>Cancelled when somebody took the lock by force: what holds it must stop.</summary>
    public CancellationToken Lost => _lost.Token;

    /// <summary>Takes the lock, also from a holder that does not renew it any more.</summary>
    /// <param name="store">Where it is.</param>
    /// <param name="environment">What is locked.</param>
    /// <param name="owner">Who takes it.</param>
    /// <param name="reason">What for.</param>
    /// <param name="lease">How long a killed holder keeps others out.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="DeployLocked">Somebody else holds it.</exception>
    public static async Task<DeployLock> TakeAsync(
        IObjectStore store, string environment, string owner, string reason, TimeSpan? lease = null, CancellationToken cancellation = default)
    {
        var time = lease ?? Lease;
        var content = new LockContent(owner, reason, DateTimeOffset.UtcNow + time) { Renewed = true };
        var tag = await HeldLock.PutAsync(store, environment, content, holder => AwaitEndAsync(store, environment, holder, time, cancellation), cancellation);
        return new DeployLock(store, HeldLock.Key(environment), tag, content, time);
    }

    /// <summary>Gives it back, unless it is not ours any more.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _renewing;
        if (!Lost.IsCancellationRequested && (await _store.HeadAsync(_key))?.ETag == _tag) await _store.DeleteAsync(_key);
        _stop.Dispose();
        _lost.Dispose();
    }

    // A holder that lives renews three times in each lease; one that was killed never does.
    private static async Task AwaitEndAsync(IObjectStore store, string environment, HeldLock holder, TimeSpan lease, CancellationToken cancellation)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < lease; await Task.Delay(lease / 30, cancellation))
        {
            var now = await store.HeadAsync(HeldLock.Key(environment), cancellation);
            if (now is null) return;
            if (now.ETag != holder.Tag) throw new DeployLocked(environment, holder.Content);
        }
    }

    private async Task RenewAsync(LockContent content, TimeSpan lease)
    {
        using var timer = new PeriodicTimer(lease / 3);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                try
                {
                    _tag = (await _store.PutTextAsync(_key, Json.Write(content with { Expires = DateTimeOffset.UtcNow + lease }), WriteCondition.Matches(_tag), CancellationToken.None)).ETag;
                }
                catch (Exception exception) when (exception is ObjectChanged or ObjectMissing)
                {
                    await _lost.CancelAsync();
                    return;
                }
                catch (StoreUnreachable)
                {
                    // The next tick tries again; nobody can take the lock from an unreachable store either.
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Given back.
        }
    }
}

/// <summary>Somebody removed the lock of a deployment under way.</summary>
public sealed class DeployLockLost(string environment, Release release) : DeliveryError(
    $"The lock of {environment} was taken from the deployment of {release.Version}, which has stopped where it was.",
    "Ask who removed it (./build.sh Status); the next deployment puts right what this one left.");
