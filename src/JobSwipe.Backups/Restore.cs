using System.Diagnostics;
using System.Globalization;
using JobSwipe.Backups.Databases;
using JobSwipe.Backups.Streams;
using JobSwipe.Storage;
using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;
using Npgsql;

namespace JobSwipe.Backups;

/// <summary>Puts a database back. It is restored beside the target, compared with the manifest, and takes its name in the end: until then the target is untouched.</summary>
public static class Restore
{
    /// <summary>Restores a backup.</summary>
    /// <param name="store">Where backups are.</param>
    /// <param name="id">The backup; null takes the newest.</param>
    /// <param name="into">The database to become; it may exist or not.</param>
    /// <param name="identityFile">The age identity.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancellation">Stops it and leaves the target untouched.</param>
    /// <exception cref="BackupMissing">There is no such backup.</exception>
    /// <exception cref="BackupNotRestorable">An object is missing or damaged.</exception>
    /// <exception cref="IdentityMissing">The identity cannot be read.</exception>
    /// <exception cref="IdentityWrong">It does not open this backup.</exception>
    /// <exception cref="DatabaseNotEmpty">The target holds something and may not be replaced.</exception>
    /// <exception cref="RestoreFailed">A tool failed, or what was restored is not what was backed up.</exception>
    public static async Task<RestoreReport> RunAsync(
        IObjectStore store, string? id, DatabaseUrl into, string identityFile, RestoreOptions? options = null,
        Action<BackupProgress>? progress = null, CancellationToken cancellation = default)
    {
        options ??= new RestoreOptions();
        var started = Stopwatch.GetTimestamp();
        var tools = BackupTools.Find();
        var manifest = await Backup.ReadAsync(store, id, cancellation);
        await AgeKey.CheckIdentityAsync(identityFile, manifest, cancellation);
        var reader = new ArchiveReader(store, manifest, progress ?? (_ => { }));
        await reader.CheckLengthsAsync(cancellation);
        var relations = await RelationsAsync(into, cancellation);
        if (relations > 0 && !options.Replace) throw new DatabaseNotEmpty(into.Database, relations.Value);
        await using var scratch = await ScratchDatabase.CreateAsync(into, $"{into.Database}_restoring", manifest, cancellation);
        var tables = await FillAsync(scratch, reader, manifest, tools, identityFile, options.Owners, options.Parallel, cancellation);
        if (tables.FirstOrDefault(table => !table.Equal) is { } unequal)
            throw new RestoreFailed(manifest.Id, $"{unequal.Table} was restored with {unequal.RowsFound?.ToString(CultureInfo.InvariantCulture) ?? "no"} rows that are not the {unequal.RowsExpected} backed up.",
                "Restore another backup, and report this.");
        var oldName = relations is null ? null : $"{into.Database[..Math.Min(into.Database.Length, 30)]}_before_{manifest.Id[..16].ToLowerInvariant()}_{Guid.NewGuid().ToString("N")[..6]}";
        await scratch.RenameAsync(into.Database, oldName, cancellation);
        if (relations == 0) await ScratchDatabase.DropAsync(into, oldName!);
        return new RestoreReport(manifest.Id, into.Database, relations > 0 ? oldName : null, tables, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    internal static async Task<IReadOnlyList<TableComparison>> FillAsync(
        ScratchDatabase scratch, ArchiveReader reader, BackupManifest manifest, BackupTools tools, string identityFile, bool owners, int parallel, CancellationToken cancellation)
    {
        try
        {
            return await new DatabaseFilling(scratch.Url, reader, manifest, tools, identityFile, owners).RunAsync(parallel, cancellation);
        }
        catch (CommandFailed failed)
        {
            throw new RestoreFailed(manifest.Id, failed.Problem, "Mend what it says.", failed);
        }
        catch (NpgsqlException lost)
        {
            throw new RestoreFailed(manifest.Id, lost.Message, "Check the server.", lost);
        }
    }

    /// <summary>How many tables, views and sequences a database has; null when there is no such database.</summary>
    private static async Task<long?> RelationsAsync(DatabaseUrl url, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await url.OpenAsync(cancellation);
            await using var count = new NpgsqlCommand("""
                select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                """, connection);
            return (long)(await count.ExecuteScalarAsync(cancellation))!;
        }
        catch (DatabaseMissing)
        {
            return null;
        }
    }
}

/// <summary>What a restore did.</summary>
/// <param name="BackupId">What was restored.</param>
/// <param name="Database">Where it is now.</param>
/// <param name="Kept">The name of the database that was replaced; null when nothing was.</param>
/// <param name="Tables">Every table, compared with the manifest: all equal.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record RestoreReport(string BackupId, string Database, string? Kept, IReadOnlyList<TableComparison> Tables, double Seconds);
