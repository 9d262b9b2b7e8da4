namespace JobSwipe.LocalFly.Api;

/// <summary>A machine as <c>flyctl machine list --json</c> shows it.</summary>
internal sealed record MachineView
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>created, starting, started, stopping, stopped, replacing or destroyed.</summary>
    public required string State { get; init; }

    public required string Region { get; init; }

    public required ImageRef ImageRef { get; init; }

    public required string InstanceId { get; init; }

    public string Version => InstanceId;

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required MachineConfig Config { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<MachineEvent> Events { get; init; }

    public required IReadOnlyList<CheckView> Checks { get; init; }

    public string HostStatus { get; init; } = "ok";

    public required bool Cordoned { get; init; }

    /// <summary>Whether it runs and every check passes.</summary>
    public bool IsWell() => State == "started" && Checks.All(check => check.Status == "passing");

    /// <summary>How often its program has ended by itself since a moment, in milliseconds of Unix time.</summary>
    public int ExitsSince(long moment) => Events.Count(known => known.Request?.ExitEvent is { RequestedStop: false } && known.Timestamp >= moment);
}

/// <summary>Where a machine's image comes from.</summary>
internal sealed record ImageRef(string Registry, string Repository, string Tag, string Digest, IReadOnlyDictionary<string, string> Labels);

/// <summary>A health check's last answer.</summary>
internal sealed record CheckView(string Name, string Status, string Output, DateTimeOffset UpdatedAt);
