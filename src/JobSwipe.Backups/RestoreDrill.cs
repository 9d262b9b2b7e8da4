using System.Diagnostics;
using JobSwipe.Backups.Databases;
using JobSwipe.Backups.Streams;
using JobSwipe.Storage;
using JobSwipe.Tools.Postgres;

namespace JobSwipe.Backups;

/// <summary>Proves a backup by restoring it, with age, zstd and pg_restore, into a database that is dropped afterwards.</summary>
public static class RestoreDrill
{
    /// <summary>Restores a backup and compares every table with what was recorded when it was made.</summary>
    /// <param name="store">Where backups are.</param>
    /// <param name="id">The backup; null takes the newest.</param>
    /// <param name="server">Any database of the server to use; the user needs CREATEDB.</param>
    /// <param name="identityFile">The age identity.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancellation">Stops it and drops the database.</param>
    /// <exception cref="BackupMissing">There is none.</exception>
    /// <exception cref="BackupNotRestorable">An object is missing or damaged.</exception>
    /// <exception cref="IdentityWrong">As every error of the identity.</exception>
    /// <exception cref="RestoreFailed">A tool failed.</exception>
    public static async Task<DrillReport> RunAsync(
        IObjectStore store, string? id, DatabaseUrl server, string identityFile,
        Action<BackupProgress>? progress = null, CancellationToken cancellation = default)
    {
        var started = Stopwatch.GetTimestamp();
        var tools = BackupTools.Find();
        var manifest = await Backup.ReadAsync(store, id, cancellation);
        await AgeKey.CheckIdentityAsync(identityFile, manifest, cancellation);
        var reader = new ArchiveReader(store, manifest, progress ?? (_ => { }));
        await reader.CheckLengthsAsync(cancellation);
        await using var scratch = await ScratchDatabase.CreateAsync(server, $"drill_{manifest.Id}", manifest, cancellation);
        var tables = await Restore.FillAsync(scratch, reader, manifest, tools, identityFile, owners: false, parallel: 2, cancellation);
        return new DrillReport(manifest.Id, manifest.StartedAt, tables, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }
}

/// <summary>What a drill found.</summary>
/// <param name="BackupId">What was restored.</param>
/// <param name="TakenAt">When that backup was taken.</param>
/// <param name="Tables">Every table of the manifest, compared.</param>
/// <param name="Seconds">How long it took: the measured recovery time.</param>
public sealed record DrillReport(string BackupId, DateTimeOffset TakenAt, IReadOnlyList<TableComparison> Tables, double Seconds)
{
    /// <summary>Whether every table has the rows and the checksum that were recorded.</summary>
    public bool Equal => Tables.All(table => table.Equal);

    /// <summary>Rows restored.</summary>
    public long Rows => Tables.Sum(table => table.RowsFound ?? 0);
}
