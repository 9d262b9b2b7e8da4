using JobSwipe.LocalFly.Cli;
using JobSwipe.LocalFly.Deployments;

namespace JobSwipe.LocalFly.Commands;

/// <summary><c>flyctl machine cordon ID…</c>: the proxy sends it nothing any more.</summary>
internal sealed class MachineCordon : ICommand
{
    public string Path => "machine cordon";

    public IReadOnlyList<Flag> Flags => [Flag.App, Flag.Config];

    public int MaxArguments => int.MaxValue;

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var app = invocation.OnPlatform();
        var machines = await app.MachinesAsync(invocation.Arguments, cancellation);
        await using var lease = await Lease.TakeAsync(app, cancellation);
        foreach (var machine in machines)
        {
            await app.CordonAsync(machine.Id, cancellation);
            await invocation.Output.WriteLineAsync($"Activating cordon on machine {machine.Id}... done!");
        }
        return 0;
    }
}
