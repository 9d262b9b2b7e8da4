using JobSwipe.LocalFly.Cli;

namespace JobSwipe.LocalFly.Commands;

/// <summary><c>flyctl version</c>.</summary>
internal sealed class VersionCommand : ICommand
{
    public string Path => "version";

    public IReadOnlyList<Flag> Flags => [];

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        await invocation.Output.WriteLineAsync("flyctl v0.0.0-local, the stand-in of JobSwipe delivery");
        return 0;
    }
}
