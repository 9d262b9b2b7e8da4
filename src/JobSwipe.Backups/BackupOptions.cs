namespace JobSwipe.Backups;

/// <summary>How to back up, and what the manifest says about it.</summary>
public sealed record BackupOptions
{
    /// <summary>Who can read the backup: one age recipient or more (<c>age1…</c>). The identities live elsewhere.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>The release that is deployed.</summary>
    public string? Release { get; init; }

    /// <summary>zstd's level, 1 to 19.</summary>
    public int Level { get; init; } = 3;

    /// <summary>A table with more bytes on disk than this gets an archive of its own, which is dumped beside the others.</summary>
    public long SplitAbove { get; init; } = 64 * 1024 * 1024;

    /// <summary>How many tables at most get one.</summary>
    public int MaxSplit { get; init; } = 16;

    /// <summary>Objects without a manifest that were not written to for so long are those of a killed run, and are removed.</summary>
    public TimeSpan OrphansAfter { get; init; } = Orphans.After;

    /// <summary>How many archives are dumped at the same time.</summary>
    public int Parallel { get; init; } = 2;
}
