using System.Net;
using System.Net.Sockets;

namespace JobSwipe.Benchmarks;

/// <summary>Stands before a server, counts how often a client speaks after it was answered, and delays each such turn: a slow network whose length is known.</summary>
internal sealed class CountingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _server;
    private readonly TimeSpan _delay;
    private int _trips;

    public CountingProxy(int server, TimeSpan delay)
    {
        (_server, _delay) = (server, delay);
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Round trips of all connections so far.</summary>
    public int Trips => Volatile.Read(ref _trips);

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = ServeAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient { NoDelay = true };
        near.NoDelay = true;
        await far.ConnectAsync(IPAddress.Loopback, _server);
        var answered = 1;
        await Task.WhenAny(
            PumpAsync(near.GetStream(), far.GetStream(), async () =>
            {
                if (Interlocked.Exchange(ref answered, 0) == 0) return;
                Interlocked.Increment(ref _trips);
                if (_delay > TimeSpan.Zero) await Task.Delay(_delay);
            }),
            PumpAsync(far.GetStream(), near.GetStream(), () =>
            {
                Interlocked.Exchange(ref answered, 1);
                return Task.CompletedTask;
            }));
    }

    private static async Task PumpAsync(NetworkStream from, NetworkStream to, Func<Task> before)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            int read;
            while ((read = await from.ReadAsync(buffer)) > 0)
            {
                await before();
                await to.WriteAsync(buffer.AsMemory(0, read));
            }
        }
        catch (IOException)
        {
            // One end is gone.
        }
    }
}
