namespace JobSwipe.Backups;

/// <summary>How to back up, and what the manifest says about it.</summary>
public sealed record BackupOptions
{
    /// <summary>Who can read the backup: one age recipient or more (<c>age1…</c>). The identities live elsewhere.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>The release that is deployed.</summary>
    public string? Release { get; init; }

    /// <summary>zstd's level, 1 to 19. Matches are looked for 16 MB back at every one, so that 1 is little larger than 3 and takes half the time.</summary>
    public int Level { get; init; } = 1;

    /// <summary>A table with more bytes on disk than this gets an archive of its own, which is dumped beside the others.</summary>
    public long SplitAbove { get; init; } = 64 * 1024 * 1024;

    /// <summary>How many tables at most get one.</summary>
    public int MaxSplit { get; init; } = 16;

    /// <summary>Objects without a manifest that were not written to for so long are those of a killed run, and are removed.</summary>
    public TimeSpan OrphansAfter { get; init; } = Orphans.After;

    /// <summary>How many archives of large tables are dumped at the same time; what is left goes beside them.</summary>
    public int Parallel { get; init; } = 2;
}
