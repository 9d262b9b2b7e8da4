namespace JobSwipe.Backups;

/// <summary>A status for people.</summary>
public static class StatusText
{
    /// <summary>Its lines.</summary>
    public static IEnumerable<string> Lines(BackupStatus status)
    {
        if (status.Newest is { } newest)
            yield return $"newest    {newest.Id} of {newest.Database}, {Age(status.At - newest.TakenAt)} old, {newest.StoredBytes / 1e6:0.0} MB stored, {newest.Seconds:0.0} s, {newest.Rate / 1e6:0.0} MB/s";
        yield return $"backups   {status.Backups}, {status.StoredBytes / 1e6:0.0} MB stored";
        yield return status.LastProof is { } proof
            ? $"proof     {proof.BackupId}, {Age(status.At - proof.ProvedAt)} ago, {proof.Rows:N0} rows in {proof.Seconds:0.0} s (RTO)"
            : "proof     none";
        yield return status.Wal is { } wal
            ? $"WAL       until {wal.RestorableUntil?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'") ?? "never"}, base backup {wal.BaseBackupId ?? "none"}, {wal.Gaps.Count} gaps, {wal.SlotBytes / 1e6:0.0} MB waiting"
            : "WAL       not archived";
        if (status.LossSeconds is { } loss) yield return $"loss      {Age(TimeSpan.FromSeconds(loss))} of work, if it happened now (RPO)";
        yield return $"failures  {status.Failures.Count} in seven days";
        foreach (var problem in status.Problems) yield return $"problem   {problem}";
    }

    private static string Age(TimeSpan age) =>
        age.TotalDays >= 2 ? $"{age.TotalDays:0.0} days" : age.TotalHours >= 2 ? $"{age.TotalHours:0.0} hours" : age.TotalMinutes >= 2 ? $"{age.TotalMinutes:0.0} minutes" : $"{age.TotalSeconds:0.0} seconds";
}
