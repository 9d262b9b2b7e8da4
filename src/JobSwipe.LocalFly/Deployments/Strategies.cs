using JobSwipe.LocalFly.Cli;
using JobSwipe.LocalFly.Platform;

namespace JobSwipe.LocalFly.Deployments;

/// <summary>How flyctl replaces machines, by name.</summary>
internal static class Strategies
{
    public static Func<Fleet, CancellationToken, Task> Named(string name) => name switch
    {
        "rolling" => RollingAsync,
        "immediate" => ImmediateAsync,
        "canary" => CanaryAsync,
        "bluegreen" => BlueGreenAsync,
        _ => throw new FlyError($"unsupported deployment strategy {name}; use rolling, immediate, canary or bluegreen"),
    };

    /// <summary>One machine after the other, each awaited. A failure stops there, without going back: versions are mixed then.</summary>
    private static async Task RollingAsync(Fleet fleet, CancellationToken cancellation)
    {
        await CreateNewGroupsAsync(fleet, wait: true, cancellation);
        foreach (var machine in await OldAsync(fleet, cancellation))
            await fleet.AwaitHealthyAsync([await fleet.UpdateAsync(machine, cancellation)], cancellation);
    }

    /// <summary>All at once, and health is never awaited.</summary>
    private static async Task ImmediateAsync(Fleet fleet, CancellationToken cancellation)
    {
        await CreateNewGroupsAsync(fleet, wait: false, cancellation);
        await Task.WhenAll((await OldAsync(fleet, cancellation)).Select(machine => fleet.UpdateAsync(machine, cancellation)));
    }

    /// <summary>A temporary machine first; it is destroyed when it is healthy, and left behind when it is not.</summary>
    private static async Task CanaryAsync(Fleet fleet, CancellationToken cancellation)
    {
        foreach (var group in fleet.Plan.Toml.Processes.Keys)
        {
            var canary = await fleet.LaunchAsync(group, cordoned: true, cancellation);
            await fleet.AwaitHealthyAsync([canary], cancellation);
            await fleet.DestroyAsync(canary);
        }
        await RollingAsync(fleet, cancellation);
    }

    /// <summary>
    /// New machines beside the old ones, cordoned until all are healthy; then both serve for a while, the old ones are cordoned, drained,
    /// stopped and destroyed. The new ones are destroyed only when they fail before they serve.
    /// </summary>
    private static async Task BlueGreenAsync(Fleet fleet, CancellationToken cancellation)
    {
        var blues = await fleet.ListAsync(cancellation);
        if (blues.Select(machine => machine.Config.Image).Distinct().Count() > 1)
            throw new FlyError("found multiple image versions, bluegreen deployments need one; destroy the leftovers with: fly machines destroy --force --image=<ref>");
        if (fleet.Plan.Toml.Checks.Count == 0) throw new FlyError("bluegreen deployment strategy requires health checks");
        fleet.Say("Creating green machines");
        var greens = new List<MachineView>();
        try
        {
            foreach (var group in fleet.Plan.Toml.Processes.Keys)
            {
                var count = blues.Count(machine => machine.Config.Group == group) is > 0 and var now ? now : fleet.Plan.FirstCount(group);
                for (var number = 0; number < count; number++) greens.Add(await fleet.LaunchAsync(group, cordoned: true, cancellation));
            }
            fleet.Say("Waiting for all green machines to be healthy");
            await fleet.AwaitHealthyAsync(greens, cancellation);
            foreach (var green in greens) await fleet.UncordonAsync(green, cancellation);
        }
        catch (Exception exception)
        {
            fleet.Say($"Deployment failed, destroying {greens.Count} green machines");
            foreach (var green in greens) await fleet.DestroyAsync(green);
            if (exception is FlyError) throw new FlyError($"could not get all green machines to be healthy: {exception.Message}");
            throw;
        }
        await fleet.SettleIfAnyAsync(blues, cancellation);
        fleet.Say("Cordoning blue machines");
        foreach (var blue in blues) await fleet.CordonAsync(blue, cancellation);
        await fleet.SettleIfAnyAsync(blues, cancellation);
        fleet.Say("Stopping and destroying blue machines");
        await Task.WhenAll(blues.Select(blue => fleet.StopAsync(blue, cancellation)));
        foreach (var blue in blues) await fleet.DestroyAsync(blue);
        fleet.Say("Deployment Complete");
    }

    private static async Task CreateNewGroupsAsync(Fleet fleet, bool wait, CancellationToken cancellation)
    {
        var known = (await fleet.ListAsync(cancellation)).Select(machine => machine.Config.Group).ToHashSet();
        var created = new List<MachineView>();
        foreach (var group in fleet.Plan.Toml.Processes.Keys.Where(group => !known.Contains(group)))
            for (var number = 0; number < fleet.Plan.FirstCount(group); number++)
                created.Add(await fleet.LaunchAsync(group, cordoned: false, cancellation));
        if (wait && created.Count > 0) await fleet.AwaitHealthyAsync(created, cancellation);
    }

    private static async Task<IEnumerable<MachineView>> OldAsync(Fleet fleet, CancellationToken cancellation) =>
        (await fleet.ListAsync(cancellation)).Where(machine => machine.Config.Image != fleet.Plan.Image);

    private static Task SettleIfAnyAsync(this Fleet _, IReadOnlyList<MachineView> blues, CancellationToken cancellation) =>
        blues.Count > 0 ? Fleet.SettleAsync(cancellation) : Task.CompletedTask;
}
