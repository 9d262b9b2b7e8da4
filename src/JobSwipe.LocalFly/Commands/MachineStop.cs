using JobSwipe.LocalFly.Api;
using JobSwipe.LocalFly.Cli;
using JobSwipe.LocalFly.Deployments;

namespace JobSwipe.LocalFly.Commands;

/// <summary><c>flyctl machine stop ID…</c>.</summary>
internal sealed class MachineStop : ICommand
{
    public string Path => "machine stop";

    public IReadOnlyList<Flag> Flags => [Flag.App, Flag.Config, new("signal", 's'), new("timeout"), new("wait-timeout", 'w')];

    public int MaxArguments => int.MaxValue;

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var app = invocation.OnPlatform();
        var request = new StopRequest(invocation.Value("signal")?.ToUpperInvariant(), invocation.Value("timeout") is null ? null : invocation.Duration("timeout", default));
        var machines = await app.MachinesAsync(invocation.Arguments, cancellation);
        await using var lease = await Lease.TakeAsync(app, cancellation);
        foreach (var machine in machines)
        {
            await app.StopAsync(machine.Id, request, cancellation);
            await invocation.Output.WriteLineAsync($"{machine.Id} has been successfully stopped");
        }
        return 0;
    }
}
