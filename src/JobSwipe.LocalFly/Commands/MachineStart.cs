using JobSwipe.LocalFly.Cli;
using JobSwipe.LocalFly.Deployments;

namespace JobSwipe.LocalFly.Commands;

/// <summary><c>flyctl machine start ID…</c>.</summary>
internal sealed class MachineStart : ICommand
{
    public string Path => "machine start";

    public IReadOnlyList<Flag> Flags => [Flag.App, Flag.Config];

    public int MaxArguments => int.MaxValue;

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var app = invocation.OnPlatform();
        var machines = await app.MachinesAsync(invocation.Arguments, cancellation);
        await using var lease = await Lease.TakeAsync(app, cancellation);
        foreach (var machine in machines)
        {
            await app.StartAsync(machine.Id, cancellation);
            await invocation.Output.WriteLineAsync($"{machine.Id} has been started");
        }
        return 0;
    }
}
