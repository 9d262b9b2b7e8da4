using JobSwipe.Releases.Fly;

namespace JobSwipe.Releases.Deployments;

/// <summary>
/// Removes what a failed or killed deployment left: a second fleet of an app whose bluegreen switch did not end, or machines of another
/// image after a rolling one. flyctl would refuse the next deployment, or double the fleet.
/// </summary>
public sealed class FleetRepair(Flyctl flyctl, DeliveryTarget target)
{
    /// <summary>Leaves only machines of a good release, when those serve.</summary>
    /// <param name="good">What is known to be good; null when nothing is.</param>
    /// <param name="others">Which of the other machines may go.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>What was done; null when there was nothing to do.</returns>
    public async Task<string?> RunAsync(Release? good, Func<FlyMachine, bool> others, CancellationToken cancellation = default)
    {
        // A rolling deployment works with mixed images: it replaces them in place, and a machine with a volume must not go.
        if (target.Strategy == "rolling") return null;
        var machines = (await flyctl.MachinesAsync(target.Config.App, cancellation)).Where(machine => machine.IsThere).ToArray();
        var images = machines.Select(machine => machine.ImageRef.Digest).Distinct().ToArray();
        if (images.Length < 2) return null;
        // Without a good one among them nothing may be removed: the deployment that follows replaces all.
        if (good is null || !machines.Any(machine => machine.ImageRef.Digest == good.Artifact.Digest.ToString() && machine.State == "started")) return null;
        var left = machines.Where(machine => machine.ImageRef.Digest != good.Artifact.Digest.ToString()).ToArray();
        if (!left.All(others)) return null;
        // One that was drained for the other fleet must serve again before that one goes.
        foreach (var machine in machines.Except(left).Where(machine => machine.Cordoned)) await flyctl.UncordonAsync(target.Config.App, machine.Id, cancellation);
        foreach (var machine in left) await flyctl.DestroyAsync(target.Config.App, machine.Id, cancellation);
        return $"removed {left.Length} machines that an earlier deployment left; {good.Version} serves";
    }
}
