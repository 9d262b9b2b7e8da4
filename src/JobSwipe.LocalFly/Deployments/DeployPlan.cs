using JobSwipe.LocalFly.Api;
using JobSwipe.LocalFly.Config;

namespace JobSwipe.LocalFly.Deployments;

/// <summary>What is to be deployed.</summary>
internal sealed record DeployPlan(FlyToml Toml, string Image)
{
    public IReadOnlyDictionary<string, string> ExtraEnv { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether new groups get a second machine.</summary>
    public bool HighlyAvailable { get; init; } = true;

    /// <summary>Whether groups without a machine stay so.</summary>
    public bool UpdateOnly { get; init; }

    public IEnumerable<string> Groups => Toml.Processes.Keys.Order(StringComparer.Ordinal);

    /// <summary>What a machine of a process group runs.</summary>
    public MachineConfig ConfigOf(string group, int version)
    {
        var services = Toml.Services.Where(service => Toml.Fits(service.Processes, group)).ToArray();
        return new MachineConfig
        {
            Image = Image,
            Env = Env(group),
            Init = new MachineInit(Toml.Processes[group] is { Count: > 0 } command ? command : null),
            StopConfig = Toml.StopConfig,
            Services = [.. services.Select(service => service.Service)],
            Checks = services.SelectMany(service => service.Checks).Concat(Toml.Checks.Where(check => Toml.Fits(check.Processes, group)))
                .DistinctBy(check => check.Name).ToDictionary(check => check.Name, check => check.Check),
            Mounts = [.. Toml.Mounts.Where(mount => Toml.Fits(mount.Processes, group)).Select(mount => mount.Mount)],
            Restart = Toml.Restarts.Where(restart => Toml.Fits(restart.Processes, group)).Select(restart => restart.Policy).LastOrDefault(RestartPolicy.Default),
            // A size without groups is for all of them, unlike every other section.
            Guest = Toml.Sizes.Where(size => size.Processes.Count == 0 || size.Processes.Contains(group)).OrderBy(size => size.Processes.Count)
                .Select(size => size.Guest).LastOrDefault(MachineGuest.Default),
            Metadata = Metadata(group, version),
        };
    }

    /// <summary>What the release command's machine runs: no service, no second try.</summary>
    public MachineConfig ReleaseCommandConfig(IReadOnlyList<string> command, int version) => new()
    {
        Image = Image,
        Env = new Dictionary<string, string>(Env(MachineConfig.ReleaseCommandGroup)) { ["RELEASE_COMMAND"] = "1" },
        Init = new MachineInit(command),
        StopConfig = Toml.StopConfig,
        Restart = RestartPolicy.Never,
        AutoDestroy = true,
        Metadata = Metadata(MachineConfig.ReleaseCommandGroup, version),
    };

    private Dictionary<string, string> Env(string group)
    {
        var env = new Dictionary<string, string>(Toml.Env);
        foreach (var (name, value) in ExtraEnv) env[name] = value;
        env["FLY_PROCESS_GROUP"] = group;
        if (Toml.Region != "local") env["PRIMARY_REGION"] = Toml.Region;
        return env;
    }

    private static Dictionary<string, string> Metadata(string group, int version) => new()
    {
        ["fly_platform_version"] = "v2",
        ["fly_process_group"] = group,
        ["fly_release_version"] = $"{version}",
    };
}
