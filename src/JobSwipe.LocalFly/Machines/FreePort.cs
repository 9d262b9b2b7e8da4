using System.Net;
using System.Net.Sockets;

namespace JobSwipe.LocalFly.Machines;

/// <summary>
/// Ports of loopback for machines. They come from below the range that the system takes ports of outgoing connections from: between finding one
/// free and the program's own listening, a connection of somebody else could take it.
/// </summary>
internal static class FreePort
{
    private const int First = 10_000;
    private static readonly int End = FirstOfSystem();
    private static readonly Queue<int> Recent = new();
    private static readonly Lock Lock = new();

    public static int Next()
    {
        lock (Lock)
        {
            for (var attempt = 0; attempt < 1000; attempt++)
            {
                var port = Random.Shared.Next(First, End);
                if (Recent.Contains(port) || !IsFree(port)) continue;
                // Whoever got a port lately may not listen yet.
                Recent.Enqueue(port);
                if (Recent.Count > 500) Recent.Dequeue();
                return port;
            }
        }
        throw new InvalidOperationException($"No port of loopback between {First} and {End} is free.");
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FirstOfSystem()
    {
        const string file = "/proc/sys/net/ipv4/ip_local_port_range";
        var first = File.Exists(file) ? int.Parse(File.ReadAllText(file).Split('\t', ' ')[0]) : 32_768;
        return first > First + 1000 ? first : 32_768;
    }
}
