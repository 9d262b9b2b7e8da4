using System.Text.Json.Serialization;

namespace JobSwipe.LocalFly.Api;

/// <summary>One deployment of an app, as <c>flyctl releases --json</c> shows it; flyctl always leaves five of the fields empty.</summary>
internal sealed record ReleaseView
{
    [JsonPropertyName("ID")]
    public required string Id { get; init; }

    [JsonPropertyName("Version")]
    public int Version { get; init; }

    [JsonPropertyName("Stable")]
    public bool Stable { get; init; }

    [JsonPropertyName("InProgress")]
    public bool InProgress { get; init; }

    [JsonPropertyName("Reason")]
    public string Reason { get; init; } = "";

    [JsonPropertyName("Description")]
    public required string Description { get; init; }

    /// <summary>running, complete, failed or interrupted.</summary>
    [JsonPropertyName("Status")]
    public required string Status { get; init; }

    [JsonPropertyName("DeploymentStrategy")]
    public string DeploymentStrategy { get; init; } = "";

    [JsonPropertyName("Metadata")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public object? Metadata { get; init; }

    [JsonPropertyName("User")]
    public ReleaseUser User { get; init; } = new("local", "local", "local");

    [JsonPropertyName("EvaluationID")]
    public string EvaluationId { get; init; } = "";

    [JsonPropertyName("CreatedAt")]
    public required DateTimeOffset CreatedAt { get; init; }

    [JsonPropertyName("ImageRef")]
    public required string ImageRef { get; init; }
}

/// <summary>Who deployed.</summary>
internal sealed record ReleaseUser(
    [property: JsonPropertyName("ID")] string Id, [property: JsonPropertyName("Name")] string Name, [property: JsonPropertyName("Email")] string Email);
