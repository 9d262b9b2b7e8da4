using System.Net;
using System.Net.Sockets;

namespace JobSwipe.Migrations.Tests;

/// <summary>What becomes of the message at which everything ends.</summary>
public enum Cut
{
    /// <summary>The server never sees it.</summary>
    Before,

    /// <summary>The server sees the first half of it.</summary>
    Within,

    /// <summary>The server sees all of it, and its answer comes to nobody.</summary>
    After,
}

/// <summary>Stands between a runner and the server, and does something at the n-th message that the runner sends, on whichever connection.</summary>
internal sealed class CuttingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly SemaphoreSlim _turn = new(1);
    private readonly List<Socket> _sockets = [];
    private readonly int _server;
    private readonly int _at;
    private readonly Cut _cut;
    private readonly Action _act;
    private int _seen;

    public CuttingProxy(int server, int at, Cut cut, Action act)
    {
        (_server, _at, _cut, _act) = (server, at, cut, act);
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public bool HasCut => _seen >= _at;

    public void Dispose()
    {
        _listener.Dispose();
        Close();
        _turn.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptSocketAsync();
                var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                await server.ConnectAsync(IPAddress.Loopback, _server);
                lock (_sockets) _sockets.AddRange([client, server]);
                _ = PumpAsync(client, server, counted: true);
                _ = PumpAsync(server, client, counted: false);
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            // Disposed, or the server is gone.
        }
    }

    private async Task PumpAsync(Socket from, Socket to, bool counted)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            int read;
            while ((read = await from.ReceiveAsync(buffer)) > 0)
            {
                if (counted) await ForwardAsync(to, buffer.AsMemory(0, read));
                else await to.SendAsync(buffer.AsMemory(0, read));
            }
            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            // One of the two is gone.
        }
    }

    private async Task ForwardAsync(Socket to, ReadOnlyMemory<byte> message)
    {
        await _turn.WaitAsync();
        try
        {
            if (_seen >= _at) return;
            if (++_seen < _at)
            {
                await to.SendAsync(message);
                return;
            }
            if (_cut == Cut.Within) await to.SendAsync(message[..(message.Length / 2)]);
            if (_cut == Cut.After) await to.SendAsync(message);
            _act();
            Close();
        }
        finally
        {
            _turn.Release();
        }
    }

    private void Close()
    {
        lock (_sockets) foreach (var socket in _sockets) socket.Dispose();
    }
}
