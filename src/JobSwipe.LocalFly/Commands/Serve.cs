using JobSwipe.LocalFly.Cli;
using JobSwipe.LocalFly.Images;
using JobSwipe.LocalFly.Platform;

namespace JobSwipe.LocalFly.Commands;

/// <summary>The platform itself; the only command that flyctl does not have.</summary>
internal sealed class Serve : ICommand
{
    public string Path => "serve";

    public IReadOnlyList<Flag> Flags => [new("state"), new("foreground", IsSwitch: true)];

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var state = System.IO.Path.GetFullPath(invocation.Value("state") ?? PlatformClient.StateFolder);
        var registry = Environment.GetEnvironmentVariable("LOCALFLY_REGISTRY") ?? System.IO.Path.Combine(state, "registry");
        var containers = Environment.GetEnvironmentVariable("LOCALFLY_CONTAINER_STORAGE") ?? System.IO.Path.Combine(state, "containers");
        await using var server = new PlatformServer(state, new ImageStore(registry, containers));
        await server.StartAsync(cancellation);
        await ImageFilesystem.PruneAsync(containers);
        await invocation.Output.WriteLineAsync($"The local platform runs in {state}");
        try
        {
            // A parent that was killed closes this pipe; in the foreground of a terminal there is none.
            if (invocation.IsOn("foreground")) await Task.Delay(Timeout.Infinite, cancellation);
            else await Console.OpenStandardInput().CopyToAsync(Stream.Null, cancellation);
        }
        catch (OperationCanceledException)
        {
            // Asked to stop.
        }
        return 0;
    }
}
