using JobSwipe.LocalFly.Api;
using JobSwipe.LocalFly.Cli;
using JobSwipe.LocalFly.Platform;

namespace JobSwipe.LocalFly.Commands;

/// <summary><c>flyctl machine restart ID…</c>.</summary>
internal sealed class MachineRestart : MachineAction
{
    public override string Path => "machine restart";

    protected override async Task<string> EachAsync(AppClient app, string machine, Invocation invocation, CancellationToken cancellation)
    {
        await app.StopAsync(machine, new StopRequest(), cancellation);
        await app.StartAsync(machine, cancellation);
        return $"Machine {machine} restarted successfully!";
    }
}
