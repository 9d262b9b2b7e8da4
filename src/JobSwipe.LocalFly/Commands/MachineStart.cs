using JobSwipe.LocalFly.Cli;
using JobSwipe.LocalFly.Platform;

namespace JobSwipe.LocalFly.Commands;

/// <summary><c>flyctl machine start ID…</c>.</summary>
internal sealed class MachineStart : MachineAction
{
    public override string Path => "machine start";

    protected override async Task<string> EachAsync(AppClient app, string machine, Invocation invocation, CancellationToken cancellation)
    {
        await app.StartAsync(machine, cancellation);
        return $"{machine} has been started";
    }
}
