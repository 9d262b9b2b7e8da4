using JobSwipe.LocalFly.Api;

namespace JobSwipe.LocalFly.Deployments;

/// <summary>A plan on its way to an app's machines.</summary>
/// <param name="Plan">What is deployed.</param>
/// <param name="Fleet">The machines.</param>
/// <param name="Version">The release's number.</param>
/// <param name="MaxUnavailable">How many machines of a group are replaced at once: a share below 1, a number from 1 on.</param>
internal sealed record Deployment(DeployPlan Plan, Fleet Fleet, int Version, double MaxUnavailable)
{
    public MachineConfig ConfigOf(string group) => Plan.ConfigOf(group, Version);

    public Task<MachineView> LaunchAsync(MachineConfig config, bool cordoned, CancellationToken cancellation) =>
        Fleet.LaunchAsync(config, Plan.Toml.Region, cordoned, cancellation);

    /// <summary>Removes what fly.toml does not name any more and begins what it names anew; the machines that are left are to be updated.</summary>
    public async Task<IReadOnlyList<MachineView>> PrepareGroupsAsync(bool wait, CancellationToken cancellation)
    {
        var machines = await Fleet.ListAsync(cancellation);
        foreach (var machine in machines.Where(machine => !Plan.Groups.Contains(machine.Config.Group)))
        {
            Fleet.Say($"  Destroying {machine.Id}: fly.toml does not name the group '{machine.Config.Group}'");
            await Fleet.App.DestroyMachineAsync(machine.Id);
        }
        var kept = machines.Where(machine => Plan.Groups.Contains(machine.Config.Group)).ToArray();
        foreach (var group in Plan.Groups.Where(group => !Plan.UpdateOnly && !kept.Any(machine => machine.Config.Group == group)))
            await LaunchGroupAsync(group, wait, cancellation);
        return kept;
    }

    /// <summary>One machine; with a service and no volume a second one for availability, and without a service one that stands by.</summary>
    private async Task LaunchGroupAsync(string group, bool wait, CancellationToken cancellation)
    {
        Fleet.Say($"No machines in group {group}, launching a new machine");
        var config = ConfigOf(group);
        var first = await LaunchAsync(config, cordoned: false, cancellation);
        if (wait) await Fleet.AwaitAsync(first, cancellation);
        if (!Plan.HighlyAvailable || config.Mounts.Count > 0) return;
        Fleet.Say(config.Services.Count > 0 ? "Creating a second machine to increase service availability" : $"Creating a standby machine for {first.Id}");
        var second = await LaunchAsync(config.Services.Count > 0 ? config : config with { Standbys = [first.Id] }, cordoned: false, cancellation);
        if (wait) await Fleet.AwaitAsync(second, cancellation);
    }
}
