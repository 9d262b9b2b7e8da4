using JobSwipe.LocalFly.Cli;
using JobSwipe.LocalFly.Platform;

namespace JobSwipe.LocalFly.Commands;

/// <summary><c>flyctl apps destroy NAME…</c>.</summary>
internal sealed class AppsDestroy : ICommand
{
    public string Path => "apps destroy";

    public IReadOnlyList<Flag> Flags => [Flag.Yes];

    public int MaxArguments => int.MaxValue;

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        if (invocation.Arguments.Count == 0) throw new FlyError("requires at least 1 arg(s), only received 0");
        if (!invocation.IsOn("yes")) throw new FlyError("yes flag must be specified when not running interactively");
        var platform = invocation.Platform();
        foreach (var name in invocation.Arguments)
        {
            await new AppClient(platform, name).DestroyAsync(cancellation);
            await invocation.Output.WriteLineAsync($"Destroyed app {name}");
        }
        return 0;
    }
}
