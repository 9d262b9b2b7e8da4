using JobSwipe.LocalFly.Cli;
using JobSwipe.LocalFly.Deployments;
using JobSwipe.LocalFly.Platform;

namespace JobSwipe.LocalFly.Commands;

/// <summary>A command that does the same to each machine it is given, under the app's lease.</summary>
internal abstract class MachineAction : ICommand
{
    public abstract string Path { get; }

    public virtual IReadOnlyList<Flag> Flags => [Flag.App, Flag.Config];

    public int MaxArguments => int.MaxValue;

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var app = invocation.OnPlatform();
        var machines = await app.MachinesAsync(invocation.Arguments, cancellation);
        await using var lease = await Lease.TakeAsync(app, cancellation);
        foreach (var machine in machines) await invocation.Output.WriteLineAsync(await EachAsync(app, machine.Id, invocation, cancellation));
        return 0;
    }

    /// <summary>Does it to one machine.</summary>
    /// <returns>What flyctl prints about it.</returns>
    protected abstract Task<string> EachAsync(AppClient app, string machine, Invocation invocation, CancellationToken cancellation);
}
