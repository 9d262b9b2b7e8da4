namespace JobSwipe.Monitoring.Catalogue;

/// <summary>Of the target BackupStatus. Tested against what it writes.</summary>
public static class BackupMetrics
{
    public static Gauge StatusRead { get; } = Of("jobswipe_backup_status_timestamp_seconds", "When the status was read");
    public static Gauge Count { get; } = Of("jobswipe_backup_count", "Backups in the store");
    public static Gauge StoreBytes { get; } = Of("jobswipe_backup_store_bytes", "Bytes of all backups as stored");
    public static Gauge Newest { get; } = Of("jobswipe_backup_newest_timestamp_seconds", "When the newest backup was taken; 0 without any");
    public static Gauge Duration { get; } = Of("jobswipe_backup_duration_seconds", "How long the newest backup took");
    public static Gauge StoredBytes { get; } = Of("jobswipe_backup_stored_bytes", "Bytes of the newest backup as stored");
    public static Gauge PlainBytes { get; } = Of("jobswipe_backup_plain_bytes", "Bytes of the newest backup before compression");
    public static Gauge ByteRate { get; } = Of("jobswipe_backup_rate_bytes_per_second", "Plain bytes a second of the newest backup");
    public static Gauge Proved { get; } = Of("jobswipe_backup_proof_timestamp_seconds", "When a backup was last proved by restoring; 0 when never");
    public static Gauge RestoreSeconds { get; } = Of("jobswipe_backup_restore_seconds", "How long that restore took");
    public static Gauge Failures { get; } = Of("jobswipe_backup_failures", "Backups that failed in the last seven days");
    public static Gauge Problems { get; } = Of("jobswipe_backup_problems", "What is not as it should be");
    public static Gauge WalRestorableUntil { get; } = Of("jobswipe_wal_restorable_until_timestamp_seconds", "The last moment that can be restored");
    public static Gauge WalGaps { get; } = Of("jobswipe_wal_gaps", "Stretches of WAL that are missing");
    public static Gauge WalSlotBytes { get; } = Of("jobswipe_wal_slot_bytes", "WAL that the server keeps for the archiver");
    public static Gauge WalAlarms { get; } = Of("jobswipe_wal_alarms", "Alarms of the archiver");

    private static Gauge Of(string name, string help) => new(name, help, Label.Environment);
}
