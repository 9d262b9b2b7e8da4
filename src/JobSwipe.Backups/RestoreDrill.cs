using System.Diagnostics;
using JobSwipe.Backups.Databases;
using JobSwipe.Backups.Streams;
using JobSwipe.Storage;
using JobSwipe.Tools.Postgres;

namespace JobSwipe.Backups;

/// <summary>Proves a backup by restoring it, with age, zstd and pg_restore, into a database that is dropped afterwards.</summary>
public static class RestoreDrill
{
    /// <summary>Restores a backup, compares every table with what was recorded when it was made, looks at what else must hold, and writes the proof down.</summary>
    /// <param name="store">Where backups are.</param>
    /// <param name="id">The backup; null takes the newest.</param>
    /// <param name="server">Any database of the server to use; the user needs CREATEDB.</param>
    /// <param name="identityFile">The age identity.</param>
    /// <param name="options">What else is looked at.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancellation">Stops it and drops the database.</param>
    /// <exception cref="BackupMissing">There is none.</exception>
    /// <exception cref="BackupNotRestorable">An object is missing or damaged.</exception>
    /// <exception cref="IdentityWrong">As every error of the identity.</exception>
    /// <exception cref="RestoreFailed">A tool failed.</exception>
    public static async Task<DrillReport> RunAsync(
        IObjectStore store, string? id, DatabaseUrl server, string identityFile, DrillOptions? options = null,
        Action<BackupProgress>? progress = null, CancellationToken cancellation = default)
    {
        options ??= new DrillOptions();
        var started = Stopwatch.GetTimestamp();
        var tools = BackupTools.Find();
        var manifest = await Backup.ReadAsync(store, id, cancellation);
        await AgeKey.CheckIdentityAsync(identityFile, manifest, cancellation);
        var reader = new ArchiveReader(store, manifest, progress ?? (_ => { }));
        await reader.CheckLengthsAsync(cancellation);
        await using var scratch = await ScratchDatabase.CreateAsync(server, "jobswipe_drill", manifest, cancellation);
        var tables = await Restore.FillAsync(scratch, reader, manifest, tools, identityFile, owners: false, parallel: 2, cancellation);
        // What an application waits for ends here; the checks are ours.
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var checks = await DatabaseChecks.RunAsync(scratch.Url, options.SmokeQueries, manifest.Invalid ?? [], cancellation);
        var report = new DrillReport(manifest.Id, manifest.StartedAt, tables, seconds, checks);
        if (options.Record) await ProofCatalog.RecordAsync(store, report.ToProof(DateTimeOffset.UtcNow, scratch.ServerVersion), cancellation);
        return report;
    }
}

/// <summary>What a drill looks at beside the tables.</summary>
public sealed record DrillOptions
{
    /// <summary>The application's queries; each is run read-only and must give a row.</summary>
    public IReadOnlyList<string> SmokeQueries { get; init; } = [];

    /// <summary>Whether the proof is written into the store.</summary>
    public bool Record { get; init; } = true;
}

/// <summary>What a drill found.</summary>
/// <param name="BackupId">What was restored.</param>
/// <param name="TakenAt">When that backup was taken.</param>
/// <param name="Tables">Every table of the manifest, compared.</param>
/// <param name="Seconds">How long it took: the measured recovery time.</param>
/// <param name="Checks">What else was looked at.</param>
public sealed record DrillReport(string BackupId, DateTimeOffset TakenAt, IReadOnlyList<TableComparison> Tables, double Seconds, IReadOnlyList<DrillCheck> Checks)
{
    /// <summary>Whether every table has the rows and the checksum that were recorded, and no check failed.</summary>
    public bool Equal => Tables.All(table => table.Equal) && Checks.All(check => check.Outcome != CheckOutcome.Failed);

    /// <summary>Rows restored.</summary>
    public long Rows => Tables.Sum(table => table.RowsFound ?? 0);

    /// <summary>What is not as it should be, each in one line.</summary>
    public IEnumerable<string> Failures => Tables.Where(table => !table.Equal).Select(table => $"{table.Table}: {table.RowsFound?.ToString() ?? "no"} rows that are not the {table.RowsExpected} backed up")
        .Concat(Checks.Where(check => check.Outcome == CheckOutcome.Failed).Select(check => $"{check.Name}: {check.Detail}"));

    internal RestoreProof ToProof(DateTimeOffset now, string serverVersion) => new()
    {
        BackupId = BackupId,
        ProvedAt = now,
        Seconds = Seconds,
        Passed = Equal,
        Tables = Tables.Count,
        Rows = Rows,
        ServerVersion = serverVersion,
        Checks = Checks,
    };
}
