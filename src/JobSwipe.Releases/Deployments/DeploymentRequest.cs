namespace JobSwipe.Releases.Deployments;

/// <summary>What is asked of a deployment.</summary>
public sealed record DeploymentRequest
{
    /// <summary>What to deploy.</summary>
    public required Release Release { get; init; }

    /// <summary>Whether a backup is taken before the migration.</summary>
    public bool BackUp { get; init; }

    /// <summary>Whether it puts an older release back: then nothing is backed up or migrated, and nothing is rolled back further.</summary>
    public bool IsRollback { get; init; }

    /// <summary>The ledger of the environment that the release must have passed in; null for the first one.</summary>
    public Ledger? ProvedIn { get; init; }

    /// <summary>When nothing may be deployed.</summary>
    public FreezeCalendar Freezes { get; init; } = FreezeCalendar.None;

    /// <summary>Why a freeze does not hold for this; null when it holds.</summary>
    public string? FreezeOverride { get; init; }

    /// <summary>Checks that the build brings, by name: each returns what it found, or throws what is wrong.</summary>
    public IReadOnlyDictionary<string, Func<CancellationToken, Task<string>>> Checks { get; init; } = new Dictionary<string, Func<CancellationToken, Task<string>>>();

    /// <summary>Why this is deployed; goes into the record.</summary>
    public string? Reason { get; init; }
}
