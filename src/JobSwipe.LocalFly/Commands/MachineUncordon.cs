using JobSwipe.LocalFly.Cli;
using JobSwipe.LocalFly.Platform;

namespace JobSwipe.LocalFly.Commands;

/// <summary><c>flyctl machine uncordon ID…</c>.</summary>
internal sealed class MachineUncordon : MachineAction
{
    public override string Path => "machine uncordon";

    protected override async Task<string> EachAsync(AppClient app, string machine, Invocation invocation, CancellationToken cancellation)
    {
        await app.UncordonAsync(machine, cancellation);
        return $"Deactivating cordon on machine {machine}... done!";
    }
}
