using JobSwipe.LocalFly.Cli;
using JobSwipe.LocalFly.Platform;

namespace JobSwipe.LocalFly.Deployments;

/// <summary>The right to change an app's machines, renewed while it is held. flyctl leases each machine; here it is one lease an app.</summary>
internal sealed class Lease : IAsyncDisposable
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(13);
    private readonly CancellationTokenSource _stop = new();
    private readonly AppClient _app;
    private readonly string _owner;
    private readonly Task _renewing;

    private Lease(AppClient app, string owner)
    {
        (_app, _owner) = (app, owner);
        _renewing = RenewAsync();
    }

    /// <exception cref="FlyError">Somebody else has it.</exception>
    public static async Task<Lease> TakeAsync(AppClient app, CancellationToken cancellation)
    {
        var owner = Guid.NewGuid().ToString("N");
        await app.LeaseAsync(owner, Length, cancellation);
        return new Lease(app, owner);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _renewing;
        _stop.Dispose();
        try
        {
            await _app.ReleaseLeaseAsync(_owner);
        }
        catch (FlyError)
        {
            // The app or the platform is gone, and the lease with it.
        }
    }

    private async Task RenewAsync()
    {
        using var timer = new PeriodicTimer(Length / 3);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token)) await _app.LeaseAsync(_owner, Length, _stop.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or FlyError)
        {
            // Given back, or lost: then the next step says so.
        }
    }
}
