using System.Diagnostics;
using JobSwipe.LocalFly.Api;
using JobSwipe.LocalFly.Cli;

namespace JobSwipe.LocalFly.Deployments;

/// <summary>Runs the release command on a temporary machine; the deployment fails when it does.</summary>
internal static class ReleaseCommand
{
    public static async Task RunAsync(Deployment deployment, TimeSpan? timeout, CancellationToken cancellation)
    {
        var fleet = deployment.Fleet;
        if (deployment.Plan.Toml.Deploy.ReleaseCommand is not { } command) return;
        fleet.Say($"Running {fleet.App.Name} release_command: {command}");
        var machine = await fleet.LaunchAsync(
            deployment.Plan.ReleaseCommandConfig(ShellWords.Split(command), deployment.Version), deployment.Plan.Toml.Region, cordoned: true, cancellation);
        try
        {
            var code = await ExitCodeAsync(fleet, machine.Id, timeout, cancellation);
            if (code == 0)
            {
                fleet.Say($"  release_command {machine.Id} completed successfully");
                return;
            }
            foreach (var line in (await fleet.App.LogsAsync(cancellation)).Where(line => line.Instance == machine.Id).TakeLast(100)) fleet.Say($"  {line.Message}");
            throw new FlyError($"release command failed - aborting deployment. error release_command machine {machine.Id} exited with non-zero status of {code}");
        }
        finally
        {
            await fleet.App.DestroyMachineAsync(machine.Id);
        }
    }

    private static async Task<int> ExitCodeAsync(Fleet fleet, string id, TimeSpan? timeout, CancellationToken cancellation)
    {
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(50, cancellation))
        {
            var exit = (await fleet.App.MachineAsync(id, cancellation)).Events.FirstOrDefault(known => known.Type == "exit");
            if (exit is not null) return exit.ExitCode() ?? 1;
            if (clock.Elapsed > timeout)
                throw new FlyError($"release command failed - aborting deployment. error waiting for release_command machine {id} to finish running: "
                    + $"timeout of {GoDuration.Format(timeout.Value)} reached. You can increase the timeout with the --release-command-timeout flag");
        }
    }
}
