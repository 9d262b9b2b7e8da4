using JobSwipe.LocalFly.Cli;

namespace JobSwipe.LocalFly.Deployments;

/// <summary>All machines at once. Neither health nor errors are looked at: exit code 0 says nothing.</summary>
internal static class Immediate
{
    public static async Task RunAsync(Deployment deployment, CancellationToken cancellation)
    {
        var old = await deployment.PrepareGroupsAsync(wait: false, cancellation);
        await Parallel.ForEachAsync(old, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellation }, async (machine, stop) =>
        {
            try
            {
                await deployment.Fleet.UpdateAsync(machine, deployment.ConfigOf(machine.Config.Group), stop);
            }
            catch (FlyError error)
            {
                deployment.Fleet.Say($"Continuing after error: {error.Message}");
            }
        });
    }
}
