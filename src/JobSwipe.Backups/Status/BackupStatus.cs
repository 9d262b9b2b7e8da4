namespace JobSwipe.Backups;

/// <summary>How the backups of a store are: what there is, how old, how proved, what could be lost.</summary>
public sealed record BackupStatus
{
    /// <summary>When it was looked at.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How many good-looking backups there are.</summary>
    public required int Backups { get; init; }

    /// <summary>Bytes of all of them as stored.</summary>
    public required long StoredBytes { get; init; }

    /// <summary>The newest one; null without any.</summary>
    public NewestBackup? Newest { get; init; }

    /// <summary>The last proof; null without any.</summary>
    public RestoreProof? LastProof { get; init; }

    /// <summary>The archive of WAL; null when there is none.</summary>
    public WalStatus? Wal { get; init; }

    /// <summary>Backups that failed in the last seven days, newest first.</summary>
    public required IReadOnlyList<FailureRecord> Failures { get; init; }

    /// <summary>Seconds of work that would be lost now (RPO): since the newest backup, or since what WAL covers.</summary>
    public double? LossSeconds => new[] { Newest is null ? (double?)null : (At - Newest.TakenAt).TotalSeconds, Wal?.RestorableUntil is { } until ? (At - until).TotalSeconds : null }.Min();

    /// <summary>What is not as it should be.</summary>
    public required IReadOnlyList<string> Problems { get; init; }
}

/// <summary>The newest backup in a status.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Database">What of.</param>
/// <param name="TakenAt">When.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="PlainBytes">Its length before compression.</param>
/// <param name="StoredBytes">Its length as stored.</param>
public sealed record NewestBackup(string Id, string Database, DateTimeOffset TakenAt, double Seconds, long PlainBytes, long StoredBytes)
{
    /// <summary>Plain bytes a second.</summary>
    public double Rate => Seconds > 0 ? PlainBytes / Seconds : 0;
}

/// <summary>The archive of WAL in a status.</summary>
/// <param name="BaseBackupId">The newest base backup; null without one.</param>
/// <param name="RestorableUntil">The last moment that can be restored; null when none can.</param>
/// <param name="Position">Everything before it is in the store.</param>
/// <param name="SlotBytes">WAL that the server keeps for the archiver.</param>
/// <param name="Gaps">What is missing since the oldest base backup.</param>
/// <param name="Alarms">What the archiver said last.</param>
public sealed record WalStatus(
    string? BaseBackupId, DateTimeOffset? RestorableUntil, string? Position, long SlotBytes, IReadOnlyList<Physical.WalGap> Gaps, IReadOnlyList<string> Alarms);

/// <summary>From when on something is a problem.</summary>
public sealed record StatusLimits
{
    /// <summary>The oldest that the newest backup may be: a day and what a daily run may be late.</summary>
    public TimeSpan Age { get; init; } = TimeSpan.FromHours(26);

    /// <summary>The oldest that the last proof may be: a week and a day.</summary>
    public TimeSpan Proof { get; init; } = TimeSpan.FromDays(8);

    /// <summary>How far the WAL archive may be behind.</summary>
    public TimeSpan Wal { get; init; } = TimeSpan.FromMinutes(5);
}
