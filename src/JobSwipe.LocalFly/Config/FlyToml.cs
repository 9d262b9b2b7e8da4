using JobSwipe.LocalFly.Api;
using JobSwipe.LocalFly.Cli;
using Tomlyn;
using Tomlyn.Model;

namespace JobSwipe.LocalFly.Config;

/// <summary>A fly.toml, as far as this platform follows it (fly.io/docs/reference/configuration).</summary>
internal sealed record FlyToml
{
    public string? App { get; init; }

    public string Region { get; init; } = "local";

    public StopConfig StopConfig { get; init; } = StopConfig.Default;

    public DeploySection Deploy { get; init; } = new();

    public IReadOnlyDictionary<string, string> Env { get; init; } = new Dictionary<string, string>();

    /// <summary>Process groups with their commands; one group <c>app</c> with the image's own command when none is named.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Processes { get; init; } = new Dictionary<string, IReadOnlyList<string>> { ["app"] = [] };

    public IReadOnlyList<ServiceSection> Services { get; init; } = [];

    /// <summary>Those of [checks]; a service's are with the service.</summary>
    public IReadOnlyList<HealthCheck> Checks { get; init; } = [];

    public IReadOnlyList<(MachineMount Mount, IReadOnlyList<string> Processes)> Mounts { get; init; } = [];

    public IReadOnlyList<(RestartPolicy Policy, IReadOnlyList<string> Processes)> Restarts { get; init; } = [];

    public IReadOnlyList<(MachineGuest Guest, IReadOnlyList<string> Processes)> Sizes { get; init; } = [];

    /// <summary>The group of a section that names none: <c>app</c>, or the first by name.</summary>
    public string DefaultGroup => Processes.ContainsKey("app") ? "app" : Processes.Keys.Order(StringComparer.Ordinal).First();

    /// <exception cref="FlyError">It is missing, is no TOML, has unknown keys or cannot be followed.</exception>
    public static FlyToml Load(string path)
    {
        if (!File.Exists(path)) throw new FlyError($"failed loading app config from {path}: open {path}: no such file or directory");
        try
        {
            var table = TomlSerializer.Deserialize<TomlTable>(File.ReadAllText(path)) ?? [];
            var wrong = FlyTomlKeys.Unknown(table);
            if (wrong.Count > 0) throw new FlyError($"{path} has keys that Fly does not know: {string.Join("; ", wrong)}");
            return FlyTomlReader.Read(new Section(table, ""));
        }
        catch (TomlException exception)
        {
            throw new FlyError($"failed loading app config from {path}: {exception.Message}");
        }
    }

    /// <summary>Whether a section is for a group: it names it, or names none and the group is the default one.</summary>
    public bool Fits(IReadOnlyList<string> processes, string group) => processes.Count == 0 ? group == DefaultGroup : processes.Contains(group);

    public bool HasChecks => Checks.Count > 0 || Services.Any(service => service.Checks.Count > 0);
}

/// <summary>[deploy].</summary>
internal sealed record DeploySection
{
    public string? Strategy { get; init; }

    /// <summary>As it is written.</summary>
    public string? ReleaseCommand { get; init; }

    /// <summary>Zero for none.</summary>
    public TimeSpan? ReleaseCommandTimeout { get; init; }

    public TimeSpan? WaitTimeout { get; init; }

    public double? MaxUnavailable { get; init; }
}
