using JobSwipe.LocalFly.Config;
using JobSwipe.LocalFly.Platform;

namespace JobSwipe.LocalFly.Deployments;

/// <summary>What is to be deployed.</summary>
internal sealed record DeployPlan(string App, FlyToml Toml, string Image, TimeSpan WaitTimeout, bool HighlyAvailable, bool Detach)
{
    /// <summary>What a machine of a process group runs.</summary>
    public MachineConfig ConfigOf(string group, int version) => new()
    {
        Image = Image,
        Env = Toml.Env,
        Command = Toml.Processes[group],
        Http = Toml.HttpGroups.Contains(group),
        KillSignal = Toml.KillSignal,
        KillTimeoutSeconds = Toml.KillTimeout.TotalSeconds,
        Checks = Toml.HttpGroups.Contains(group)
            ? [.. Toml.Checks.Select(check => new CheckConfig(check.Name, check.Method, check.Path, check.Interval.TotalSeconds, check.Timeout.TotalSeconds, check.GracePeriod.TotalSeconds))]
            : [],
        Metadata = new Dictionary<string, string>
        {
            ["fly_platform_version"] = "v2",
            ["fly_process_group"] = group,
            ["fly_release_version"] = version.ToString(),
        },
    };

    /// <summary>How many machines a group begins with: two with a service, for availability, unless told otherwise.</summary>
    public int FirstCount(string group) => HighlyAvailable && Toml.HttpGroups.Contains(group) ? 2 : 1;
}
