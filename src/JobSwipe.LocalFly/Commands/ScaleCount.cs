using JobSwipe.LocalFly.Api;
using JobSwipe.LocalFly.Cli;
using JobSwipe.LocalFly.Deployments;

namespace JobSwipe.LocalFly.Commands;

/// <summary><c>flyctl scale count N</c> or <c>web=2 worker=1</c>: new machines are copies of the group's first, and nobody waits for them.</summary>
internal sealed class ScaleCount : ICommand
{
    public string Path => "scale count";

    public IReadOnlyList<Flag> Flags => [Flag.App, Flag.Config, Flag.Yes, new("max-per-region"), new("region"), new("process-group")];

    public int MaxArguments => int.MaxValue;

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var counts = Counts(invocation);
        var app = invocation.OnPlatform();
        var machines = await app.MachinesAsync(cancellation);
        if (machines.Length == 0) throw new FlyError("Impossible to scale the app when there aren't running machines for this app");
        if (counts.Keys.Except(machines.Select(machine => machine.Config.Group)).FirstOrDefault() is { } missing) throw new FlyError($"process group '{missing}' not found");
        if (!invocation.IsOn("yes")) throw new FlyError("yes flag must be specified when not running interactively");
        await using var lease = await Lease.TakeAsync(app, cancellation);
        foreach (var (group, wanted) in counts)
        {
            var now = machines.Where(machine => machine.Config.Group == group).ToArray();
            for (var number = now.Length; number < wanted; number++)
            {
                var created = await app.LaunchAsync(new LaunchRequest(now[0].Config with { Standbys = null }, now[0].Region, Cordoned: false));
                await invocation.Output.WriteLineAsync($"  Created {created.Id} group:{group} region:{created.Region}");
            }
            foreach (var machine in now.Skip(wanted))
            {
                await app.DestroyMachineAsync(machine.Id);
                await invocation.Output.WriteLineAsync($"  Destroyed {machine.Id} group:{group} region:{machine.Region}");
            }
        }
        return 0;
    }

    private static Dictionary<string, int> Counts(Invocation invocation)
    {
        if (invocation.Arguments.Count == 0) throw new FlyError("requires at least 1 arg(s), only received 0");
        if (invocation.Arguments is [var only] && int.TryParse(only, out var all) && all >= 0) return new Dictionary<string, int> { [invocation.Value("process-group") ?? "app"] = all };
        return invocation.Arguments.Select(argument => argument.Split('=') is [var group, var text] && int.TryParse(text, out var count) && count >= 0
            ? (group, count) : throw new FlyError($"'{argument}' is not a valid process=count option")).ToDictionary(pair => pair.group, pair => pair.count);
    }
}
