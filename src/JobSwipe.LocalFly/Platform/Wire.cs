using System.Text.Json;
using System.Text.Json.Serialization;

namespace JobSwipe.LocalFly.Platform;

/// <summary>How the platform and flyctl's JSON write: snake case, as Fly's Machines API does.</summary>
internal static class Wire
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}

/// <summary>A machine as <c>flyctl machine list --json</c> shows it.</summary>
internal sealed record MachineView(
    string Id, string Name, string State, string Region, ImageRef ImageRef, string InstanceId, MachineConfig Config,
    IReadOnlyList<MachineEvent> Events, IReadOnlyList<CheckView> Checks, string HostStatus, bool Cordoned, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

/// <summary>Where a machine's image comes from.</summary>
internal sealed record ImageRef(string Registry, string Repository, string Tag, string Digest, IReadOnlyDictionary<string, string> Labels);

/// <summary>What a machine runs.</summary>
internal sealed record MachineConfig
{
    public required string Image { get; init; }

    public required IReadOnlyDictionary<string, string> Env { get; init; }

    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    /// <summary>The command in place of the image's own; empty for that.</summary>
    public string Command { get; init; } = "";

    /// <summary>Whether the proxy sends requests to it.</summary>
    public bool Http { get; init; }

    public string KillSignal { get; init; } = "SIGINT";

    public double KillTimeoutSeconds { get; init; } = 5;

    public IReadOnlyList<CheckConfig> Checks { get; init; } = [];

    /// <summary>Whether it is gone for good when it ends: a release command.</summary>
    public bool AutoDestroy { get; init; }

    [JsonIgnore]
    public string Group => Metadata.GetValueOrDefault("fly_process_group", "app");
}

/// <summary>A health check; times in seconds.</summary>
internal sealed record CheckConfig(string Name, string Method, string Path, double Interval, double Timeout, double GracePeriod);

/// <summary>A health check's last answer.</summary>
internal sealed record CheckView(string Name, string Status, string Output, DateTimeOffset UpdatedAt);

/// <summary>Something that happened to a machine.</summary>
internal sealed record MachineEvent(string Type, string Status, long Timestamp, int? ExitCode = null);

/// <summary>One deployment of an app.</summary>
internal sealed record ReleaseView(
    [property: JsonPropertyName("ID")] string Id,
    [property: JsonPropertyName("Version")] int Version,
    [property: JsonPropertyName("Stable")] bool Stable,
    [property: JsonPropertyName("Status")] string Status,
    [property: JsonPropertyName("Description")] string Description,
    [property: JsonPropertyName("ImageRef")] string ImageRef,
    [property: JsonPropertyName("CreatedAt")] DateTimeOffset CreatedAt);

/// <summary>An app and where it answers.</summary>
internal sealed record AppView(string Name, string Url, string Hostname);

/// <summary>A new machine.</summary>
internal sealed record LaunchRequest(MachineConfig Config, bool Cordoned);

/// <summary>An app's new variables; null removes one.</summary>
internal sealed record SecretsRequest(IReadOnlyDictionary<string, string?> Values);

/// <summary>A secret, without its value.</summary>
internal sealed record SecretView(string Name, string Digest, string Status);

/// <summary>What an error answer says.</summary>
internal sealed record ErrorView(string Error);
