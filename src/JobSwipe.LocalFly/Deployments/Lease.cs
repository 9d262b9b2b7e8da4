using System.Text.Json;
using JobSwipe.LocalFly.Platform;

namespace JobSwipe.LocalFly.Deployments;

/// <summary>The right to change an app's machines, renewed while it is held (flyctl: 13 s leases).</summary>
internal sealed class Lease : IAsyncDisposable
{
    private const int Seconds = 13;
    private readonly CancellationTokenSource _stop = new();
    private readonly PlatformClient _platform;
    private readonly string _path;
    private readonly Task _renewing;

    private Lease(PlatformClient platform, string path)
    {
        (_platform, _path) = (platform, path);
        _renewing = RenewAsync();
    }

    public static async Task<Lease> TakeAsync(PlatformClient platform, string app, string owner, CancellationToken cancellation)
    {
        var path = $"apps/{app}/lease?owner={owner}";
        await platform.PostAsync<JsonElement>($"{path}&seconds={Seconds}", null, cancellation);
        return new Lease(platform, path);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _renewing;
        await _platform.DeleteAsync(_path, CancellationToken.None);
        _stop.Dispose();
    }

    private async Task RenewAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(Seconds / 3.0));
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token)) await _platform.PostAsync<JsonElement>($"{_path}&seconds={Seconds}", null, _stop.Token);
        }
        catch (OperationCanceledException)
        {
            // Given back.
        }
    }
}
