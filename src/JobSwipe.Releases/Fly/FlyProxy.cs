using System.Net;
using System.Net.Sockets;
using JobSwipe.Tools;
using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Fly;

/// <summary>
/// The way to a database in Fly's private network: <c>flyctl proxy</c>, which is awaited, and ended with this object or with this process,
/// however that ends.
/// </summary>
public sealed class FlyProxy : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Guard _guard;

    private FlyProxy(Guard guard, DatabaseUrl url) => (_guard, Url) = (guard, url);

    /// <summary>The database, as it is reached from here.</summary>
    public DatabaseUrl Url { get; }

    /// <summary>Opens the way to a database.</summary>
    /// <param name="platform">Whose flyctl; its token must be good for the database's app.</param>
    /// <param name="app">The database's app.</param>
    /// <param name="database">The database, as it is reached in the private network.</param>
    /// <param name="logFile">Where flyctl's output goes.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    /// <exception cref="DaemonNotStarted">flyctl ended, or its port did not open.</exception>
    /// <exception cref="ProxyCannotBeVerified">The database's certificate names another host than this one.</exception>
    public static async Task<FlyProxy> OpenAsync(FlyPlatform platform, string app, DatabaseUrl database, string logFile, CancellationToken cancellation = default)
    {
        if (database.SslMode == "verify-full") throw new ProxyCannotBeVerified(database);
        var guard = Guard.Start();
        try
        {
            var port = FreePort();
            await Daemon.StartAsync(platform.Command(new FlyProxySettings(app, port, database.Port).ToArguments()), logFile, guard, () => AnswersAsync(port), Patience, cancellation);
            return new FlyProxy(guard, database with { Host = "127.0.0.1", Port = port });
        }
        catch
        {
            guard.Dispose();
            throw;
        }
    }

    /// <summary>Ends flyctl, and waits for its end.</summary>
    public void Dispose() => _guard.Dispose();

    // flyctl listens when the tunnel is there.
    private static async Task<bool> AnswersAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>A database's certificate cannot be compared with its name through a proxy.</summary>
public sealed class ProxyCannotBeVerified(DatabaseUrl database) : DeliveryError(
    $"{database} asks for sslmode=verify-full, and through flyctl proxy its host is 127.0.0.1.", "Use sslmode=verify-ca or require: the tunnel itself is encrypted and knows both ends.");
