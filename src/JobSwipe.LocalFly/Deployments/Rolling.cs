using JobSwipe.LocalFly.Api;

namespace JobSwipe.LocalFly.Deployments;

/// <summary>One machine of a group first, then some at once, each awaited. A failure stops there, without going back: versions are mixed then.</summary>
internal static class Rolling
{
    public static async Task RunAsync(Deployment deployment, CancellationToken cancellation)
    {
        var old = await deployment.PrepareGroupsAsync(wait: true, cancellation);
        await UpdateAsync(deployment.Fleet, old, machine => deployment.ConfigOf(machine.Config.Group), deployment.MaxUnavailable, cancellation);
    }

    public static async Task UpdateAsync(
        Fleet fleet, IReadOnlyList<MachineView> machines, Func<MachineView, MachineConfig> config, double maxUnavailable, CancellationToken cancellation)
    {
        foreach (var group in machines.GroupBy(machine => machine.Config.Group).Select(group => group.ToArray()))
        {
            await UpdateOneAsync(group[0], cancellation);
            var atOnce = (int)Math.Ceiling(maxUnavailable < 1 ? group.Length * maxUnavailable : maxUnavailable);
            await Parallel.ForEachAsync(group.Skip(1), new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation },
                async (machine, stop) => await UpdateOneAsync(machine, stop));
        }

        async Task UpdateOneAsync(MachineView machine, CancellationToken stop) =>
            await fleet.AwaitAsync(await fleet.UpdateAsync(machine, config(machine), stop), stop);
    }
}
