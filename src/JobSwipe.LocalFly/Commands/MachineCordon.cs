using JobSwipe.LocalFly.Cli;
using JobSwipe.LocalFly.Platform;

namespace JobSwipe.LocalFly.Commands;

/// <summary><c>flyctl machine cordon ID…</c>: the proxy sends it nothing any more.</summary>
internal sealed class MachineCordon : MachineAction
{
    public override string Path => "machine cordon";

    protected override async Task<string> EachAsync(AppClient app, string machine, Invocation invocation, CancellationToken cancellation)
    {
        await app.CordonAsync(machine, cancellation);
        return $"Activating cordon on machine {machine}... done!";
    }
}
