using System.Diagnostics;
using JobSwipe.LocalFly.Cli;
using JobSwipe.LocalFly.Platform;

namespace JobSwipe.LocalFly.Deployments;

/// <summary>An app's machines during a deployment: what the strategies do with them.</summary>
internal sealed class Fleet(PlatformClient platform, DeployPlan plan, int version, Action<string> say)
{
    /// <summary>How long bluegreen waits after each switch: 10 s on Fly, a rehearsal may take less.</summary>
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(
        double.TryParse(Environment.GetEnvironmentVariable("LOCALFLY_SETTLE_SECONDS"), System.Globalization.CultureInfo.InvariantCulture, out var seconds) ? seconds : 10);

    public DeployPlan Plan => plan;

    public Action<string> Say => say;

    private string Machines => $"apps/{plan.App}/machines";

    public Task<MachineView[]> ListAsync(CancellationToken cancellation) => platform.GetAsync<MachineView[]>(Machines, cancellation);

    public async Task<MachineView> LaunchAsync(string group, bool cordoned, CancellationToken cancellation)
    {
        var machine = await platform.PostAsync<MachineView>(Machines, new LaunchRequest(plan.ConfigOf(group, version), cordoned), cancellation);
        say($"  Created machine {machine.Id} [{group}]");
        return machine;
    }

    public async Task<MachineView> UpdateAsync(MachineView machine, CancellationToken cancellation)
    {
        say($"  Updating {machine.Id} [{machine.Config.Group}]");
        return await platform.PostAsync<MachineView>($"{Machines}/{machine.Id}", plan.ConfigOf(machine.Config.Group, version), cancellation);
    }

    public Task CordonAsync(MachineView machine, CancellationToken cancellation) => platform.PostAsync<MachineView>($"{Machines}/{machine.Id}/cordon", null, cancellation);

    public Task UncordonAsync(MachineView machine, CancellationToken cancellation) => platform.PostAsync<MachineView>($"{Machines}/{machine.Id}/uncordon", null, cancellation);

    public Task StopAsync(MachineView machine, CancellationToken cancellation) => platform.PostAsync<MachineView>($"{Machines}/{machine.Id}/stop", null, cancellation);

    public Task DestroyAsync(MachineView machine) => platform.DeleteAsync($"{Machines}/{machine.Id}", CancellationToken.None);

    public static Task SettleAsync(CancellationToken cancellation) => Task.Delay(Settle, cancellation);

    /// <summary>Waits until machines are started and every check passes.</summary>
    /// <exception cref="FlyError">They do not in time; the last answers of their checks are in the message.</exception>
    public async Task AwaitHealthyAsync(IReadOnlyList<MachineView> machines, CancellationToken cancellation)
    {
        if (plan.Detach) return;
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(50, cancellation))
        {
            var now = (await ListAsync(cancellation)).Where(machine => machines.Any(wanted => wanted.Id == machine.Id)).ToArray();
            var waiting = Array.FindAll(now, machine => machine.State != "started" || machine.Checks.Any(check => check.Status != "passing"));
            if (waiting.Length == 0)
            {
                say($"  {machines.Count} of {machines.Count} machines are healthy");
                return;
            }
            if (clock.Elapsed < plan.WaitTimeout) continue;
            var checks = waiting.SelectMany(machine => machine.Checks.Select(check => $"{machine.Id} {machine.State}, {check.Name} {check.Status}: {check.Output}").DefaultIfEmpty($"{machine.Id} {machine.State}"));
            throw new FlyError($"timeout reached waiting for health checks to pass for {waiting.Length} of {machines.Count} machines within {plan.WaitTimeout.TotalSeconds:0}s: {string.Join("; ", checks)}");
        }
    }

    /// <summary>Runs the release command on a temporary machine; the deployment fails when it does.</summary>
    public async Task RunReleaseCommandAsync(string command, TimeSpan timeout, CancellationToken cancellation)
    {
        say($"Running {plan.App} release_command: {command}");
        var config = plan.ConfigOf(plan.Toml.Processes.Keys.First(), version) with { Command = command, Http = false, Checks = [] };
        var machine = await platform.PostAsync<MachineView>(Machines, new LaunchRequest(config, Cordoned: true), cancellation);
        try
        {
            for (var clock = Stopwatch.StartNew(); ; await Task.Delay(50, cancellation))
            {
                var now = (await ListAsync(cancellation)).FirstOrDefault(known => known.Id == machine.Id);
                var exit = now?.Events.FirstOrDefault(known => known.Type == "exit");
                if (exit is { ExitCode: 0 }) return;
                if (exit is not null) throw new FlyError($"release_command failed running on machine {machine.Id} with exit code {exit.ExitCode}.");
                if (clock.Elapsed > timeout) throw new FlyError($"release_command failed running on machine {machine.Id}: timeout of {timeout.TotalSeconds:0}s reached");
            }
        }
        finally
        {
            await DestroyAsync(machine);
        }
    }
}
