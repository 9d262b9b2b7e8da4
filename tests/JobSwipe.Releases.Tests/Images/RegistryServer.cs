using System.Net;
using System.Net.Sockets;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Tests.Images;

/// <summary>A real registry on loopback (CNCF distribution, Debian's docker-registry), where there is one.</summary>
internal sealed class RegistryServer : IDisposable
{
    private readonly Guard _guard;

    private RegistryServer(Guard guard, string host) => (_guard, Host) = (guard, host);

    public string Host { get; }

    public static async Task<RegistryServer> StartAsync(TemporaryFolder folder)
    {
        const string program = "/usr/bin/docker-registry";
        Assert.SkipUnless(File.Exists(program), "docker-registry is not installed (Debian: docker-registry)");
        var host = $"127.0.0.1:{FreePort()}";
        var config = Path.Combine(folder.Path, "registry.yml");
        File.WriteAllText(config, $"version: 0.1\nlog: {{ level: warn }}\nstorage: {{ filesystem: {{ rootdirectory: {folder.Path}/registry-data }} }}\nhttp: {{ addr: {host} }}\n");
        var guard = Guard.Start();
        using var client = new HttpClient();
        await Daemon.StartAsync(new Command(program, "serve", config), Path.Combine(folder.Path, "registry.log"), guard, async () =>
        {
            try
            {
                using var answer = await client.GetAsync($"http://{host}/v2/");
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }, TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        return new RegistryServer(guard, host);
    }

    public void Dispose() => _guard.Dispose();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
