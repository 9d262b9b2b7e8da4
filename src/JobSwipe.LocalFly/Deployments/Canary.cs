using JobSwipe.LocalFly.Api;

namespace JobSwipe.LocalFly.Deployments;

/// <summary>A temporary machine a group first. They are destroyed when all are healthy, and left behind when one is not; then rolling.</summary>
internal static class Canary
{
    public static async Task RunAsync(Deployment deployment, CancellationToken cancellation)
    {
        // On the first deployment there is nothing to compare with.
        if ((await deployment.Fleet.ListAsync(cancellation)).Count > 0) await TryAsync(deployment, cancellation);
        await Rolling.RunAsync(deployment, cancellation);
    }

    private static async Task TryAsync(Deployment deployment, CancellationToken cancellation)
    {
        var canaries = new List<MachineView>();
        foreach (var group in deployment.Plan.Groups)
        {
            deployment.Fleet.Say($"Creating canary machine for group {group}");
            var config = deployment.ConfigOf(group);
            var metadata = new Dictionary<string, string>(config.Metadata) { ["fly_canary"] = "true" };
            var canary = await deployment.LaunchAsync(config with { Metadata = metadata }, cordoned: true, cancellation);
            canaries.Add(canary);
            await deployment.Fleet.AwaitAsync(canary, cancellation);
        }
        deployment.Fleet.Say("Canary machines successfully created and healthy, destroying before continuing");
        foreach (var canary in canaries) await deployment.Fleet.App.DestroyMachineAsync(canary.Id);
    }
}
