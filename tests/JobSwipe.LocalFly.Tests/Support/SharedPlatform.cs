using System.Net;
using System.Net.Sockets;
using JobSwipe.LocalFly.Cli;
using JobSwipe.LocalFly.Tests.Support;

[assembly: AssemblyFixture(typeof(SharedPlatform))]

namespace JobSwipe.LocalFly.Tests.Support;

/// <summary>One platform for all tests, each with apps of its own; commands run inside this process, which is much faster.</summary>
public sealed class SharedPlatform : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly TcpListener _taken = new(IPAddress.Loopback, 0);
    private PlatformProcess? _process;

    internal Registry Registry { get; private set; } = null!;

    internal string State => _process!.State;

    internal int TakenPort => ((IPEndPoint)_taken.LocalEndpoint).Port;

    public async ValueTask InitializeAsync()
    {
        _taken.Start();
        Registry = new Registry(Directory.CreateDirectory(_folder.File("registry")).FullName);
        var state = _folder.File("state");
        Environment.SetEnvironmentVariable("LOCALFLY_STATE", state);
        Environment.SetEnvironmentVariable("LOCALFLY_SETTLE_SECONDS", "0.3");
        Environment.SetEnvironmentVariable("FLY_API_TOKEN", "local");
        _process = await PlatformProcess.StartAsync(state, Registry.Folder,
            new Dictionary<string, string?> { ["LOCALFLY_PORT_TAKEN_PORT"] = $"{TakenPort}", ["LOCALFLY_PORT_WRONG_PORT"] = "http" });
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
        _taken.Dispose();
        _folder.Dispose();
    }

    /// <summary>Runs a command of flyctl.</summary>
    internal static Task<CliResult> FlyAsync(params string[] arguments) => FlyAsync("", TestContext.Current.CancellationToken, arguments);

    internal static async Task<CliResult> FlyAsync(string input, CancellationToken cancellation, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var reader = new StringReader(input);
        var code = await CommandRunner.RunAsync(arguments, reader, TextWriter.Synchronized(output), TextWriter.Synchronized(error), cancellation);
        return new CliResult(code, output.ToString(), error.ToString());
    }
}
