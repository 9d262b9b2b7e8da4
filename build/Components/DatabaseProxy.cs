using JobSwipe.Releases.Fly;
using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;
using Serilog;

namespace Components;

/// <summary>The build's way into Fly's private network, opened when the first target asks for the database and closed when the build ends.</summary>
static class DatabaseProxy
{
    static readonly Lock Gate = new();
    static FlyProxy Proxy;

    public static DatabaseUrl Through(IHasEnvironment build, DatabaseUrl url)
    {
        lock (Gate)
        {
            if (Proxy is not null) return Proxy.Url.WithDatabase(url.Database);
            Log.Information("Opening flyctl proxy to {App}", build.DatabaseApp);
            var platform = FlyPlatform.Fly(build.DatabaseToken ?? build.FlyApiToken);
            Proxy = FlyProxy.OpenAsync(platform, build.DatabaseApp, url, build.ArtifactsDirectory / "proxy.log", Interruption.Token).GetAwaiter().GetResult();
            return Proxy.Url;
        }
    }

    public static void Stop() => Proxy?.Dispose();
}
