using JobSwipe.Backups.Physical;
using JobSwipe.Storage;

namespace JobSwipe.Backups;

/// <summary>Reads how backups are from the store alone: no database is asked.</summary>
public static class BackupStatusReader
{
    /// <summary>Reads it.</summary>
    public static async Task<BackupStatus> ReadAsync(IObjectStore store, StatusLimits? limits = null, TimeProvider? clock = null, CancellationToken cancellation = default)
    {
        limits ??= new StatusLimits();
        var now = (clock ?? TimeProvider.System).GetUtcNow();
        var entries = await Backup.ListAsync(store, cancellation);
        var good = entries.Where(entry => entry.Manifest is not null).Select(entry => entry.Manifest!).ToArray();
        var proofs = await ProofCatalog.NewestAsync(store, cancellation);
        var failures = await FailureRecord.SinceAsync(store, now.AddDays(-7), cancellation);
        var wal = await WalAsync(store, cancellation);
        var newest = good.FirstOrDefault() is { } first
            ? new NewestBackup(first.Id, first.Database, first.StartedAt, first.Seconds, first.Objects.Sum(part => part.PlainBytes), first.StoredBytes) : null;
        var proof = proofs.Values.Where(one => one.Passed).MaxBy(one => one.ProvedAt);
        return new BackupStatus
        {
            At = now,
            Backups = good.Length,
            StoredBytes = good.Sum(manifest => manifest.StoredBytes),
            Newest = newest,
            LastProof = proof,
            Wal = wal,
            Failures = failures,
            Problems = [.. Problems(now, limits, entries, newest, proofs, proof, wal, failures)],
        };
    }

    private static IEnumerable<string> Problems(
        DateTimeOffset now, StatusLimits limits, IReadOnlyList<BackupEntry> entries, NewestBackup? newest,
        IReadOnlyDictionary<string, RestoreProof> proofs, RestoreProof? proof, WalStatus? wal, IReadOnlyList<FailureRecord> failures)
    {
        if (newest is null) yield return "there is no backup";
        else if (newest.TakenAt > now.AddMinutes(10)) yield return $"the newest backup, {newest.Id}, is from the future: a clock is wrong";
        else if (now - newest.TakenAt > limits.Age) yield return $"the newest backup is {(now - newest.TakenAt).TotalHours:0.0} hours old, more than {limits.Age.TotalHours:0}";
        foreach (var entry in entries.Where(entry => entry.Problem is not null)) yield return $"{entry.Id}: {entry.Problem}";
        foreach (var failed in proofs.Values.Where(one => !one.Passed)) yield return $"the drill of {failed.BackupId} failed";
        if (newest is not null && (proof is null || now - proof.ProvedAt > limits.Proof))
            yield return proof is null ? "no backup was ever proved by restoring" : $"the last proof is {(now - proof.ProvedAt).TotalDays:0.0} days old, more than {limits.Proof.TotalDays:0}";
        if (failures.Count > 0 && (newest is null || failures[0].At > newest.TakenAt)) yield return $"the last backup failed: {failures[0].Problem}";
        if (wal is null) yield break;
        foreach (var gap in wal.Gaps) yield return $"WAL is missing from {gap}";
        foreach (var alarm in wal.Alarms) yield return alarm;
        if (wal.BaseBackupId is null) yield return "WAL is archived, and there is no base backup that it could follow";
        else if (wal.RestorableUntil is { } until && now - until > limits.Wal) yield return $"the WAL archive is {(now - until).TotalMinutes:0.0} minutes behind, more than {limits.Wal.TotalMinutes:0}";
    }

    private static async Task<WalStatus?> WalAsync(IObjectStore store, CancellationToken cancellation)
    {
        var pieces = await WalCatalog.PiecesAsync(store, null, cancellation);
        var ranges = await RestorableRange.AllAsync(store, cancellation);
        if (pieces.Count == 0) return null;
        // The cluster that was archived last; an older one may be in the store too.
        var system = pieces.MaxBy(piece => piece.CoveredAt)!.System;
        var state = await WalCatalog.StateAsync(store, system, cancellation);
        var own = ranges.Where(range => range.Base.System == system).ToArray();
        var from = own.Length == 0 ? 0 : own.Min(range => Lsn.Read(range.Base.StartLsn)!.Value);
        return new WalStatus(
            own.FirstOrDefault()?.Base.Id,
            own.Length == 0 ? null : own.Max(range => range.To),
            state?.Position,
            state?.SlotBytes ?? 0,
            [.. WalChain.Gaps(pieces.Where(piece => piece.System == system)).Where(gap => gap.To > from)],
            state?.Alarms ?? []);
    }
}
