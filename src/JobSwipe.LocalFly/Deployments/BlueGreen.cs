using JobSwipe.LocalFly.Api;
using JobSwipe.LocalFly.Cli;

namespace JobSwipe.LocalFly.Deployments;

/// <summary>
/// New machines beside the old ones, cordoned until all are healthy; then both serve for a while, the old ones are cordoned, drained, stopped
/// and destroyed (strategy_bluegreen.go). The new ones are destroyed only when they fail before they serve.
/// </summary>
internal static class BlueGreen
{
    private const string Tag = "fly_bluegreen_deployment_tag";
    private const string SafeToDestroy = "safe_to_destroy";

    public static async Task RunAsync(Deployment deployment, CancellationToken cancellation)
    {
        // New groups are simply begun, so a first deployment is not protected.
        var blues = await deployment.PrepareGroupsAsync(wait: true, cancellation);
        if (blues.Count == 0) return;
        Verify(deployment, blues);
        try
        {
            await ReplaceAsync(deployment, blues, await CreateGreensAsync(deployment, blues, cancellation), cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // flyctl takes the interrupt away from its context here: exit code 1, and the release has failed.
            throw new FlyError("deployment aborted by user");
        }
    }

    private static void Verify(Deployment deployment, IReadOnlyList<MachineView> blues)
    {
        if (!deployment.Plan.Toml.HasChecks)
            throw new FlyError("app not in valid state for bluegreen deployments: you need to define at least 1 check in order to use blue-green deployments");
        var images = blues.GroupBy(machine => machine.Config.Image).ToArray();
        if (images.Length == 1) return;
        foreach (var image in images)
        {
            var safe = image.Any(machine => machine.Config.Metadata.GetValueOrDefault(Tag) == SafeToDestroy) ? ", can be safely destroyed" : "";
            deployment.Fleet.Say($"    [x] {image.Key} - {image.Count()} machine(s) ({string.Join(",", image.Select(machine => machine.Id))}){safe}");
        }
        throw new FlyError("found multiple image versions; destroy each unwanted one with 'fly machines destroy --force --image=<insert-image-version>' and deploy again");
    }

    private static async Task<IReadOnlyList<MachineView>> CreateGreensAsync(Deployment deployment, IReadOnlyList<MachineView> blues, CancellationToken cancellation)
    {
        var (fleet, greens) = (deployment.Fleet, new List<MachineView>());
        try
        {
            fleet.Say("Creating green machines");
            foreach (var blue in blues)
                greens.Add(await deployment.LaunchAsync(deployment.ConfigOf(blue.Config.Group) with { Standbys = blue.Config.Standbys }, cordoned: true, cancellation));
            fleet.Say("Waiting for all green machines to be healthy");
            await fleet.AwaitAllAsync(greens, cancellation);
            fleet.Say("Marking green machines as ready");
            foreach (var green in greens) await fleet.App.UncordonAsync(green.Id, cancellation);
            return greens;
        }
        catch (Exception exception)
        {
            fleet.Say("Rolling back failed deployment");
            foreach (var green in greens)
            {
                await fleet.App.DestroyMachineAsync(green.Id);
                fleet.Say($"  Deleted machine {green.Id}");
            }
            if (exception is FlyError) throw new FlyError($"could not get all green machines to be healthy: {exception.Message}");
            throw;
        }
    }

    private static async Task ReplaceAsync(Deployment deployment, IReadOnlyList<MachineView> blues, IReadOnlyList<MachineView> greens, CancellationToken cancellation)
    {
        var fleet = deployment.Fleet;
        fleet.Say($"Checkpointing deployment, {greens.Count} green machine(s) serve");
        foreach (var blue in blues) await fleet.App.TagAsync(blue.Id, Tag, SafeToDestroy, cancellation);
        if (Fault.Springs(Fault.FailAfterUncordon)) throw new FlyError("failed to cordon blue machines: context deadline exceeded");
        fleet.Say("Waiting before cordoning all blue machines");
        await Task.Delay(Patience.Settle, cancellation);
        foreach (var blue in blues) await fleet.App.CordonAsync(blue.Id, cancellation);
        fleet.Say("Waiting before stopping all blue machines");
        await Task.Delay(Patience.Settle, cancellation);
        fleet.Say("Stopping all blue machines");
        await Task.WhenAll(blues.Select(blue => fleet.App.StopAsync(blue.Id, new StopRequest(), cancellation)));
        fleet.Say("Destroying all blue machines");
        if (Fault.Springs(Fault.FailToDestroyBlues)) throw new FlyError("failed to destroy blue machines: context deadline exceeded");
        foreach (var blue in blues) await fleet.App.DestroyMachineAsync(blue.Id);
        fleet.Say("Deployment Complete");
    }
}
