using System.Globalization;
using System.Text;

namespace JobSwipe.Backups;

/// <summary>A status in Prometheus' text format 0.0.4 (prometheus.io, exposition formats). Moments are times, not ages: a file that is not written any more must not look fresh.</summary>
public static class PrometheusText
{
    /// <summary>Writes all metrics.</summary>
    /// <param name="status">The status.</param>
    /// <param name="environment">The label that tells environments apart.</param>
    public static string Write(BackupStatus status, string environment)
    {
        var text = new StringBuilder();
        Gauge("jobswipe_backup_status_timestamp_seconds", "When the status was read.", Time(status.At));
        Gauge("jobswipe_backup_count", "Backups in the store.", status.Backups);
        Gauge("jobswipe_backup_store_bytes", "Bytes of all backups as stored.", status.StoredBytes);
        Gauge("jobswipe_backup_newest_timestamp_seconds", "When the newest backup was taken; 0 without any.", status.Newest is { } any ? Time(any.TakenAt) : 0);
        if (status.Newest is { } newest)
        {
            Gauge("jobswipe_backup_duration_seconds", "How long the newest backup took.", newest.Seconds);
            Gauge("jobswipe_backup_stored_bytes", "Bytes of the newest backup as stored.", newest.StoredBytes);
            Gauge("jobswipe_backup_plain_bytes", "Bytes of the newest backup before compression.", newest.PlainBytes);
            Gauge("jobswipe_backup_rate_bytes_per_second", "Plain bytes a second of the newest backup.", newest.Rate);
        }
        Gauge("jobswipe_backup_proof_timestamp_seconds", "When a backup was last proved by restoring; 0 when never.", status.LastProof is { } last ? Time(last.ProvedAt) : 0);
        if (status.LastProof is { } proof) Gauge("jobswipe_backup_restore_seconds", "How long that restore took: the measured recovery time.", proof.Seconds);
        Gauge("jobswipe_backup_failures", "Backups that failed in the last seven days.", status.Failures.Count);
        Gauge("jobswipe_backup_problems", "What is not as it should be; BackupStatus says what.", status.Problems.Count);
        if (status.Wal is { } wal)
        {
            Gauge("jobswipe_wal_restorable_until_timestamp_seconds", "The last moment that can be restored; 0 when none.", wal.RestorableUntil is { } until ? Time(until) : 0);
            Gauge("jobswipe_wal_gaps", "Stretches of WAL that are missing since the oldest base backup.", wal.Gaps.Count);
            Gauge("jobswipe_wal_slot_bytes", "WAL that the server keeps for the archiver.", wal.SlotBytes);
            Gauge("jobswipe_wal_alarms", "Alarms of the archiver.", wal.Alarms.Count);
        }
        return text.ToString();

        void Gauge(string name, string help, double value) =>
            text.Append($"# HELP {name} {help}\n# TYPE {name} gauge\n{name}{{environment=\"{Escape(environment)}\"}} {value.ToString("R", CultureInfo.InvariantCulture)}\n");
    }

    /// <summary>Writes a file for the node exporter's textfile collector, which must never see half of it.</summary>
    public static void WriteFile(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        // The collector reads *.prom only.
        var temporary = $"{file}.{Guid.NewGuid():N}";
        File.WriteAllText(temporary, text);
        File.Move(temporary, file, overwrite: true);
    }

    private static double Time(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000.0;

    private static string Escape(string label) => label.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n");
}
