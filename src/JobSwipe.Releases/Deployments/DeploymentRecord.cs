using System.Text.Json.Serialization;

namespace JobSwipe.Releases.Deployments;

/// <summary>A release put into an environment, with its outcome. Appended to the ledger, never edited.</summary>
public sealed record DeploymentRecord
{
    /// <summary>The document's format.</summary>
    public int Format { get; init; } = 1;

    /// <summary>Its place in the environment's history, from 1.</summary>
    public int Sequence { get; init; }

    /// <summary>SHA-256 of the record before it; null for the first. Changing an old record breaks the chain.</summary>
    public Digest? Previous { get; init; }

    /// <summary>staging or production.</summary>
    public required string Environment { get; init; }

    /// <summary>What was deployed.</summary>
    public required Release Release { get; init; }

    /// <summary>How it ended.</summary>
    public required DeploymentOutcome Outcome { get; init; }

    /// <summary>Whether it put an older release back.</summary>
    public bool IsRollback { get; init; }

    /// <summary>Why, as the person who asked for it said; null for an ordinary delivery.</summary>
    public string? Reason { get; init; }

    /// <summary>Who deployed.</summary>
    public required string Actor { get; init; }

    /// <summary>When it began, UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>The names of the secrets that the app had; another environment needs the same.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>What was done, in order.</summary>
    public required IReadOnlyList<Receipt> Steps { get; init; }

    /// <summary>When its last step ended, UTC.</summary>
    [JsonIgnore]
    public DateTimeOffset Ended => Started + TimeSpan.FromSeconds(Steps.Sum(step => step.Seconds));

    /// <summary>Whether it proves that this very artifact works.</summary>
    public bool IsProofOf(Release release) => Outcome == DeploymentOutcome.Succeeded && Release.Artifact.Digest == release.Artifact.Digest;
}

/// <summary>How a deployment ended.</summary>
public enum DeploymentOutcome
{
    /// <summary>It serves, and the smoke test passed.</summary>
    Succeeded,

    /// <summary>It was refused; what served before serves on.</summary>
    Refused,

    /// <summary>It failed after it served, and the release before was put back.</summary>
    RolledBack,

    /// <summary>It was killed on the way; the deployment that found it says how far it came.</summary>
    Interrupted,

    /// <summary>It failed, and so did putting the release before back: somebody must look.</summary>
    Failed,
}

/// <summary>One step of a deployment.</summary>
/// <param name="Name">What was done.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Detail">What came of it.</param>
/// <param name="Failed">Whether it failed.</param>
public sealed record Receipt(string Name, double Seconds, string Detail, bool Failed = false);
