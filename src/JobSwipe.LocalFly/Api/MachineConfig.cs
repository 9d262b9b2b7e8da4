using System.Text.Json.Serialization;

namespace JobSwipe.LocalFly.Api;

/// <summary>What a machine runs, as far as this platform follows it (fly-go, machine_types.go).</summary>
internal sealed record MachineConfig
{
    public const string ReleaseCommandGroup = "fly_app_release_command";

    public required string Image { get; init; }

    public required IReadOnlyDictionary<string, string> Env { get; init; }

    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    public MachineInit Init { get; init; } = new();

    public RestartPolicy Restart { get; init; } = RestartPolicy.Default;

    public StopConfig StopConfig { get; init; } = StopConfig.Default;

    public MachineGuest Guest { get; init; } = MachineGuest.Default;

    public IReadOnlyList<MachineService> Services { get; init; } = [];

    /// <summary>By name. Fly keeps a service's checks with the service; here all are in one place, under the names that Fly shows.</summary>
    public IReadOnlyDictionary<string, MachineCheck> Checks { get; init; } = new Dictionary<string, MachineCheck>();

    public IReadOnlyList<MachineMount> Mounts { get; init; } = [];

    /// <summary>The machines that it stands by for: it is not started.</summary>
    public IReadOnlyList<string>? Standbys { get; init; }

    /// <summary>Whether it is gone for good when it ends: a release command.</summary>
    public bool AutoDestroy { get; init; }

    [JsonIgnore]
    public string Group => Metadata.GetValueOrDefault("fly_process_group", "app");

    /// <summary>Whether the proxy sends requests to it.</summary>
    [JsonIgnore]
    public bool TakesHttp => Services.Any(service => service.TakesHttp);
}

/// <summary>The command in place of the image's own; its entry point stays, as with Docker.</summary>
internal sealed record MachineInit(IReadOnlyList<string>? Cmd = null);

/// <summary>How a machine is stopped.</summary>
internal sealed record StopConfig(string Signal, TimeSpan Timeout)
{
    public static StopConfig Default { get; } = new("SIGINT", TimeSpan.FromSeconds(5));
}

/// <summary>What happens when a machine's program ends: <c>no</c>, <c>on-failure</c> or <c>always</c>.</summary>
internal sealed record RestartPolicy(string Policy, int MaxRetries)
{
    public static RestartPolicy Default { get; } = new("on-failure", 10);

    public static RestartPolicy Never { get; } = new("no", 0);
}

/// <summary>A machine's size; recorded, not enforced.</summary>
internal sealed record MachineGuest(string CpuKind, int Cpus, int MemoryMb)
{
    public static MachineGuest Default { get; } = new("shared", 1, 256);
}

/// <summary>A service.</summary>
internal sealed record MachineService(string Protocol, int InternalPort, IReadOnlyList<MachinePort> Ports)
{
    [JsonIgnore]
    public bool TakesHttp => Ports.Any(port => port.Handlers.Contains("http"));
}

/// <summary>A port of a service.</summary>
internal sealed record MachinePort(int? Port, IReadOnlyList<string> Handlers);

/// <summary>A health check by <c>http</c> or <c>tcp</c>.</summary>
internal sealed record MachineCheck(string Type, int Port, TimeSpan Interval, TimeSpan Timeout, TimeSpan GracePeriod)
{
    public string Method { get; init; } = "GET";

    public string Path { get; init; } = "/";

    public IReadOnlyDictionary<string, string>? Headers { get; init; }
}

/// <summary>A volume and where it is seen.</summary>
internal sealed record MachineMount(string Name, string Path);
