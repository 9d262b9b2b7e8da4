using JobSwipe.LocalFly.Api;
using JobSwipe.LocalFly.Cli;
using JobSwipe.LocalFly.Deployments;

namespace JobSwipe.LocalFly.Commands;

/// <summary><c>flyctl machine restart ID…</c>.</summary>
internal sealed class MachineRestart : ICommand
{
    public string Path => "machine restart";

    public IReadOnlyList<Flag> Flags => [Flag.App, Flag.Config];

    public int MaxArguments => int.MaxValue;

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var app = invocation.OnPlatform();
        var machines = await app.MachinesAsync(invocation.Arguments, cancellation);
        await using var lease = await Lease.TakeAsync(app, cancellation);
        foreach (var machine in machines)
        {
            await app.StopAsync(machine.Id, new StopRequest(), cancellation);
            await app.StartAsync(machine.Id, cancellation);
            await invocation.Output.WriteLineAsync($"Machine {machine.Id} restarted successfully!");
        }
        return 0;
    }
}
