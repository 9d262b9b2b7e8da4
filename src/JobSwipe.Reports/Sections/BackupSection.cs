using System.Globalization;
using JobSwipe.Backups;
using JobSwipe.Storage;

namespace JobSwipe.Reports.Sections;

/// <summary>How old, how proved and how complete backups are.</summary>
public static class BackupSection
{
    private const int Shown = 30;

    /// <summary>The section.</summary>
    /// <param name="status">How backups are.</param>
    /// <param name="backups">The backups that can be trusted, newest first.</param>
    public static Section Of(BackupStatus status, IReadOnlyList<BackupManifest> backups)
    {
        if (backups.Count == 0) return new Section("backups", "Backups", "There is no backup yet: ./build.sh Backup.");
        var shown = backups.Take(Shown).Reverse().ToArray();
        string[] labels = [.. shown.Select(manifest => manifest.StartedAt.ToString("d MMM HH:mm", CultureInfo.InvariantCulture))];
        var age = status.At - backups[0].StartedAt;
        var proved = status.LastProof is { } proof ? status.At - proof.ProvedAt : (TimeSpan?)null;
        return new Section("backups", "Backups", status.Problems.Count == 0 ? $"{backups.Count:N0} backups, and nothing is wrong." : $"Not as it should be: {string.Join("; ", status.Problems)}.")
        {
            Figures =
            [
                new("age of the newest backup: what a lost server would cost without WAL", DeliverySection.Span(age), "under 26 h", age < TimeSpan.FromHours(26)),
                new("since the last proof by restoring", DeliverySection.Span(proved), "under 8 days", proved is { } since ? since < TimeSpan.FromDays(8) : false),
                new("measured time to restore", status.LastProof is { } measured ? DeliverySection.Span(TimeSpan.FromSeconds(measured.Seconds)) : "—"),
                new("stored, of all backups", $"{(status.StoredBytes / 1e6).ToString("N0", CultureInfo.InvariantCulture)} MB"),
                new("WAL", status.Wal is { } wal ? wal.Gaps.Count == 0 ? "without a gap" : $"{wal.Gaps.Count} gaps" : "not archived", "without a gap", status.Wal is null ? null : status.Wal.Gaps.Count == 0),
            ],
            Plots =
            [
                new("Size of each backup as stored, MB", labels, new Series("size", [.. shown.Select(manifest => (double?)(manifest.StoredBytes / 1e6))])),
                new("Time of each backup, s", labels, new Series("time", [.. shown.Select(manifest => (double?)manifest.Seconds)])),
            ],
            Tables =
            [
                new Table("Backups, newest first", ["Backup", "Database", "Rows", "Stored", "Release"],
                    [.. backups.Take(Shown).Select(manifest => (IReadOnlyList<string>)
                    [
                        manifest.Id, manifest.Database, manifest.Tables.Sum(table => table.Rows).ToString("N0", CultureInfo.InvariantCulture),
                        $"{(manifest.StoredBytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture)} MB", manifest.Release ?? "unknown",
                    ])]) { Hidden = Math.Max(0, backups.Count - Shown) },
            ],
        };
    }

    /// <summary>The section of a store.</summary>
    public static async Task<Section> ReadAsync(IObjectStore store, CancellationToken cancellation = default)
    {
        var (status, backups) = await FactsAsync(store, cancellation);
        return Of(status, backups);
    }

    /// <summary>What a store tells of backups; those that can be trusted, newest first.</summary>
    public static async Task<(BackupStatus Status, IReadOnlyList<BackupManifest> Backups)> FactsAsync(IObjectStore store, CancellationToken cancellation = default)
    {
        var entries = await Backup.ListAsync(store, cancellation);
        return (await BackupStatusReader.ReadAsync(store, cancellation: cancellation), [.. entries.Select(entry => entry.Manifest).OfType<BackupManifest>()]);
    }
}
