using System.Diagnostics;
using JobSwipe.LocalFly.Api;
using JobSwipe.LocalFly.Cli;
using JobSwipe.LocalFly.Platform;

namespace JobSwipe.LocalFly.Deployments;

/// <summary>An app's machines while they are changed.</summary>
internal sealed class Fleet(AppClient app, Patience patience, Action<string> say)
{
    public AppClient App => app;

    public Action<string> Say => say;

    /// <summary>The app's machines, without those of release commands.</summary>
    public async Task<IReadOnlyList<MachineView>> ListAsync(CancellationToken cancellation) =>
        [.. (await app.MachinesAsync(cancellation)).Where(machine => machine.Config.Group != MachineConfig.ReleaseCommandGroup)];

    public async Task<MachineView> LaunchAsync(MachineConfig config, string region, bool cordoned, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var machine = await app.LaunchAsync(new LaunchRequest(config, region, cordoned));
        say($"  Created machine {machine.Id} [{config.Group}]");
        return machine;
    }

    public Task<MachineView> UpdateAsync(MachineView machine, MachineConfig config, CancellationToken cancellation)
    {
        say($"  Updating {machine.Id} [{machine.Config.Group}]");
        return app.UpdateAsync(machine.Id, config with { Standbys = machine.Config.Standbys }, cancellation);
    }

    /// <summary>Waits for a machine as rolling deployments do: started, not crashing, healthy.</summary>
    /// <exception cref="FlyError">It is not in time, or it ends again and again.</exception>
    public async Task AwaitAsync(MachineView machine, CancellationToken cancellation)
    {
        if (patience.Detach || machine.Config.Standbys is { Count: > 0 }) return;
        var since = machine.Events[0].Timestamp;
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(50, cancellation))
        {
            var now = await app.MachineAsync(machine.Id, cancellation);
            if (patience.SmokeChecks && now.ExitsSince(since) >= 2)
                throw new FlyError($"smoke checks for {machine.Id} failed: the app appears to be crashing (exit code {now.Events.First(known => known.Type == "exit").ExitCode()})");
            // Where nothing else is asked, Fly watches for 10 s whether the program stays.
            if (now.IsWell() && (now.Checks.Count > 0 || !patience.SmokeChecks || clock.Elapsed >= Patience.Settle)) break;
            if (clock.Elapsed >= patience.WaitTimeout) throw TimedOut([now]);
        }
        say($"  Machine {machine.Id} update finished: success");
    }

    /// <summary>Waits for machines as bluegreen deployments do: until all pass all their checks, also for one that ends again and again.</summary>
    /// <exception cref="FlyError">They do not in time; the last answers of their checks are in the message.</exception>
    public async Task AwaitAllAsync(IReadOnlyList<MachineView> machines, CancellationToken cancellation)
    {
        if (patience.Detach) return;
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(50, cancellation))
        {
            var now = (await app.MachinesAsync(cancellation)).Where(machine => machines.Any(wanted => wanted.Id == machine.Id)).ToArray();
            var waiting = Array.FindAll(now, machine => !machine.IsWell() && machine.Config.Standbys is not { Count: > 0 });
            if (waiting.Length == 0 && now.Length == machines.Count) return;
            if (clock.Elapsed >= patience.WaitTimeout) throw TimedOut(waiting);
        }
    }

    private FlyError TimedOut(MachineView[] waiting)
    {
        var checks = waiting.SelectMany(machine => machine.Checks.Where(check => check.Status != "passing")
            .Select(check => $"{machine.Id} {machine.State}, {check.Name} {check.Status}: {check.Output}").DefaultIfEmpty($"{machine.Id} {machine.State}"));
        return new FlyError($"timeout reached waiting for health checks to pass for {waiting.Length} machine(s) within {GoDuration.Format(patience.WaitTimeout)}: "
            + $"{string.Join("; ", checks)}. You can increase the timeout with the --wait-timeout flag");
    }
}
