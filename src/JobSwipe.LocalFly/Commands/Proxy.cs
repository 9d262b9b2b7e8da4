using System.Net;
using System.Net.Sockets;
using JobSwipe.LocalFly.Cli;

namespace JobSwipe.LocalFly.Commands;

/// <summary><c>flyctl proxy LOCAL:REMOTE [host]</c>: a port of this machine that leads to one of the app's network, which is this machine's as well.</summary>
internal sealed class Proxy : ICommand
{
    public string Path => "proxy";

    public IReadOnlyList<Flag> Flags => [Flag.App, Flag.Config, new("bind-addr", 'b'), new("quiet", 'q', IsSwitch: true), new("org", 'o'), new("select", 's', IsSwitch: true), new("watch-stdin", IsSwitch: true)];

    public int MaxArguments => 2;

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        await invocation.OnPlatform().ViewAsync(cancellation);
        var (local, remote) = Ports(invocation.Argument ?? throw new FlyError("requires at least 1 arg(s), only received 0"));
        var host = invocation.Arguments is [_, var named] ? named : "127.0.0.1";
        using var listener = new TcpListener(IPAddress.Parse(invocation.Value("bind-addr") ?? "127.0.0.1"), local);
        try
        {
            listener.Start();
        }
        catch (SocketException exception)
        {
            throw new FlyError($"listen tcp {listener.LocalEndpoint}: {exception.Message}");
        }
        if (!invocation.IsOn("quiet")) await invocation.Output.WriteLineAsync($"Proxying {listener.LocalEndpoint} to remote [{host}]:{remote}");
        while (true) _ = ForwardAsync(await listener.AcceptTcpClientAsync(cancellation), host, remote, cancellation);
    }

    private static (int Local, int Remote) Ports(string argument)
    {
        var parts = argument.Split(':').Select(part => int.TryParse(part, out var port) && port is >= 0 and < 65536 ? port : throw new FlyError($"invalid port: {part}")).ToArray();
        return parts.Length switch { 1 => (parts[0], parts[0]), 2 => (parts[0], parts[1]), _ => throw new FlyError($"ports '{argument}' must be LOCAL:REMOTE") };
    }

    private static async Task ForwardAsync(TcpClient incoming, string host, int port, CancellationToken cancellation)
    {
        using (incoming)
        {
            try
            {
                using var outgoing = new TcpClient();
                await outgoing.ConnectAsync(host, port, cancellation);
                await Task.WhenAll(CopyAsync(incoming, outgoing, cancellation), CopyAsync(outgoing, incoming, cancellation));
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
            {
                // One side hung up; the other one sees that now.
            }
        }
    }

    private static async Task CopyAsync(TcpClient from, TcpClient to, CancellationToken cancellation)
    {
        await from.GetStream().CopyToAsync(to.GetStream(), cancellation);
        to.Client.Shutdown(SocketShutdown.Send);
    }
}
