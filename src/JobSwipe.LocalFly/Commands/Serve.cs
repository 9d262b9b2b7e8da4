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
        if (PlatformFile.Read(state) is { } other && await other.AnswersAsync()) throw new FlyError($"a platform already runs in {state} (process {other.Pid})");
        var registry = Environment.GetEnvironmentVariable("LOCALFLY_REGISTRY") ?? System.IO.Path.Combine(state, "registry");
        var buildah = new Buildah(Environment.GetEnvironmentVariable("LOCALFLY_CONTAINER_STORAGE") ?? System.IO.Path.Combine(state, "containers"));
        await using var server = new PlatformServer(state, new ImageStore(registry, buildah));
        await server.StartAsync(cancellation);
        await buildah.PruneAsync();
        await invocation.Output.WriteLineAsync($"The local platform runs in {state}");
        await EndAsync(invocation.IsOn("foreground"), cancellation);
        return 0;
    }

    /// <summary>A parent that was killed closes the pipe; in the foreground of a terminal there is none.</summary>
    private static async Task EndAsync(bool foreground, CancellationToken cancellation)
    {
        var signal = Task.Delay(Timeout.Infinite, cancellation);
        // A read of standard input cannot be cancelled, hence the race.
        var parent = foreground ? signal : Task.Run(() => Console.OpenStandardInput().CopyTo(Stream.Null), CancellationToken.None);
        await Task.WhenAny(signal, parent);
    }
}
