using System.Net;
using System.Net.Sockets;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Monitoring.Running;

/// <summary>Ports on loopback.</summary>
internal static class Ports
{
    /// <exception cref="PortTaken">Something listens on it.</exception>
    public static int Require(int port, string program)
    {
        if (port == 0) return FreePort.Next();
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return port;
        }
        catch (SocketException)
        {
            throw new PortTaken(port, program);
        }
    }
}

/// <summary>A port is in use.</summary>
public sealed class PortTaken(int port, string program) : Tools.DeliveryError(
    $"{program} cannot listen on 127.0.0.1:{port}: something else does.", "End it (ss -ltnp shows what it is), or leave the port out: a free one is taken then.");
