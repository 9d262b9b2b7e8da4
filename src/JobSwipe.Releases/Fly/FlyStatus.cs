using System.Text.Json.Serialization;

namespace JobSwipe.Releases.Fly;

/// <summary>The part of <c>flyctl status --json</c> that is read here; the app's keys are in Pascal case.</summary>
public sealed record FlyStatus(
    [property: JsonPropertyName("Name")] string Name,
    [property: JsonPropertyName("Deployed")] bool Deployed,
    [property: JsonPropertyName("Hostname")] string Hostname,
    [property: JsonPropertyName("AppURL")] string? AppUrl);

/// <summary>The part of <c>flyctl machine list --json</c> that is read here; the keys are in snake case.</summary>
public sealed record FlyMachine(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("state")] string State,
    [property: JsonPropertyName("image_ref")] FlyImageRef ImageRef,
    [property: JsonPropertyName("checks")] IReadOnlyList<FlyCheck>? Checks,
    [property: JsonPropertyName("config")] FlyMachineConfig? Config = null,
    [property: JsonPropertyName("cordoned")] bool Cordoned = false,
    [property: JsonPropertyName("host_status")] string? HostStatus = null)
{
    /// <summary>Whether it has not been destroyed.</summary>
    [JsonIgnore]
    public bool IsThere => State is not ("destroyed" or "destroying");


    /// <summary>Whether it only waits for another machine to fail; it is stopped until then, and that is well.</summary>
    [JsonIgnore]
    public bool IsStandby => Config?.Standbys is { Count: > 0 };
}

/// <summary>The part of a machine's configuration that is read here.</summary>
public sealed record FlyMachineConfig([property: JsonPropertyName("standbys")] IReadOnlyList<string>? Standbys);

/// <summary>A machine's image.</summary>
public sealed record FlyImageRef(
    [property: JsonPropertyName("repository")] string? Repository,
    [property: JsonPropertyName("digest")] string? Digest);

/// <summary>A machine's health check.</summary>
public sealed record FlyCheck(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("output")] string? Output);

/// <summary>A secret, of which only the name can be known.</summary>
public sealed record FlySecret([property: JsonPropertyName("name")] string Name);
