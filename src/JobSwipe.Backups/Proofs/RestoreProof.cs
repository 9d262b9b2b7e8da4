namespace JobSwipe.Backups;

/// <summary>That a backup was restored, when, in what time, and what was looked at. It lies in the store beside the backups, written once.</summary>
public sealed record RestoreProof
{
    /// <summary>The backup.</summary>
    public required string BackupId { get; init; }

    /// <summary>When the drill ended.</summary>
    public required DateTimeOffset ProvedAt { get; init; }

    /// <summary>Seconds from nothing to a database that passed: the measured recovery time (RTO).</summary>
    public required double Seconds { get; init; }

    /// <summary>Whether everything was as it should be.</summary>
    public required bool Passed { get; init; }

    /// <summary>Tables compared.</summary>
    public required int Tables { get; init; }

    /// <summary>Rows restored.</summary>
    public required long Rows { get; init; }

    /// <summary>The server's version.</summary>
    public required string ServerVersion { get; init; }

    /// <summary>What was looked at beside the tables, each with its outcome.</summary>
    public required IReadOnlyList<DrillCheck> Checks { get; init; }
}

/// <summary>One thing that a drill looked at.</summary>
/// <param name="Name">What.</param>
/// <param name="Outcome">How it went.</param>
/// <param name="Detail">What was found.</param>
public sealed record DrillCheck(string Name, CheckOutcome Outcome, string Detail);

/// <summary>How a check went.</summary>
public enum CheckOutcome
{
    /// <summary>As it should be.</summary>
    Passed,

    /// <summary>Not as it should be.</summary>
    Failed,

    /// <summary>It could not be looked at here; the detail says why.</summary>
    NotRun,
}
