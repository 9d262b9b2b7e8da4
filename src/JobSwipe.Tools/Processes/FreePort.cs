using System.Net;
using System.Net.Sockets;

namespace JobSwipe.Tools.Processes;

/// <summary>A port on loopback for a program that wants to be told one.</summary>
public static class FreePort
{
    /// <summary>One that nobody listens on now. Somebody else may take it before it is used, so who starts a server on it looks whether it came up.</summary>
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
