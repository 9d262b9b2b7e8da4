using System.Text.Json;
using JobSwipe.LocalFly.Api;

namespace JobSwipe.LocalFly.Tests.Support;

/// <summary>An app on the shared platform with its fly.toml; destroyed with the test.</summary>
internal sealed class SampleApp : IAsyncDisposable
{
    public const string WebToml = """
        primary_region = "iad"
        kill_timeout = "3s"
        [http_service]
        internal_port = 8080
        [[http_service.checks]]
        path = "/health"
        interval = "1s"
        timeout = "1s"
        """;

    private readonly TemporaryFolder _folder = new();

    private SampleApp(string name, string toml)
    {
        Name = name;
        Write(toml);
    }

    public string Name { get; }

    public string Toml => _folder.File("fly.toml");

    public HttpClient Http { get; } = new(new SocketsHttpHandler { UseProxy = false });

    public static async Task<SampleApp> CreateAsync(string toml = WebToml)
    {
        var app = new SampleApp($"sample-{Guid.NewGuid().ToString("N")[..8]}", toml);
        Succeeded(await SharedPlatform.FlyAsync("apps", "create", app.Name));
        var status = JsonSerializer.Deserialize<JsonElement>(await app.OutputAsync("status", "--json"));
        app.Http.BaseAddress = new Uri(status.GetProperty("AppURL").GetString()!);
        return app;
    }

    public void Write(string toml) => File.WriteAllText(Toml, $"app = \"{Name}\"\n{toml}");

    public string PathOf(string name) => _folder.File(name);

    public Task<CliResult> DeployAsync(string image, params string[] more) => FlyAsync(["deploy", "--image", image, "--wait-timeout", "30s", .. more]);

    public async Task<CliResult> DeployedAsync(string image, params string[] more) => Succeeded(await DeployAsync(image, more));

    public Task<CliResult> FlyAsync(params string[] arguments) => SharedPlatform.FlyAsync([.. arguments, "--config", Toml]);

    public async Task<string> OutputAsync(params string[] arguments) => Succeeded(await FlyAsync(arguments)).Output;

    public async Task<MachineView[]> MachinesAsync() => JsonSerializer.Deserialize<MachineView[]>(await OutputAsync("machine", "list", "--json"), Wire.Options)!;

    public async Task<JsonElement> ReleasesAsync() => JsonSerializer.Deserialize<JsonElement>(await OutputAsync("releases", "--json"));

    public async Task<string?> LastReleaseAsync() => (await ReleasesAsync())[0].GetProperty("Status").GetString();

    public Task<string> GetAsync(string path = "/") => Http.GetStringAsync(path, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await SharedPlatform.FlyAsync("", CancellationToken.None, "apps", "destroy", Name, "--yes");
        _folder.Dispose();
    }

    private static CliResult Succeeded(CliResult result)
    {
        result.ExitCode.ShouldBe(0, result.Output + result.Error);
        return result;
    }
}
