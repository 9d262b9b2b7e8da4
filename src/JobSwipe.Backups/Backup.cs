using JobSwipe.Backups.Databases;
using JobSwipe.Backups.Streams;
using JobSwipe.Storage;
using JobSwipe.Tools;
using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;
using Npgsql;

namespace JobSwipe.Backups;

/// <summary>Makes backups, lists and verifies them.</summary>
public static class Backup
{
    /// <summary>Backs a database up: everything at one moment, compressed, encrypted, streamed into the store, the manifest last.</summary>
    /// <exception cref="RecipientMissing">No recipient, or a malformed one.</exception>
    /// <exception cref="ServerNewerThanTools">pg_dump is too old for this server.</exception>
    /// <exception cref="StoreNotWritable">As every error of the store: nothing was begun, or what was written is removed.</exception>
    /// <exception cref="DatabaseUnreachable">As every error of <see cref="DatabaseConnection.OpenAsync"/>: nothing was begun.</exception>
    /// <exception cref="BackupFailed">A tool or the server failed on the way; what was written is removed.</exception>
    public static async Task<BackupManifest> CreateAsync(
        DatabaseUrl url, IObjectStore store, BackupOptions options, Action<BackupProgress>? progress = null, CancellationToken cancellation = default)
    {
        var tools = BackupTools.Find();
        // These change nothing, and go on while the rest is checked. The first takes longest, and begins on a processor of its own.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var taking = Task.Run(() => Snapshot.TakeAsync(url, stop.Token), CancellationToken.None);
        var (asking, buffering) = (tools.VersionsAsync(stop.Token), OutputBuffer.FindAsync(stop.Token));
        try
        {
            await AgeKey.CheckRecipientsAsync(options.Recipients, cancellation);
            await store.CheckWritableAsync(cancellation);
            await Orphans.RemoveAsync(store, DateTimeOffset.UtcNow, options.OrphansAfter, cancellation);
        }
        catch
        {
            await stop.CancelAsync();
            if (await taking.ContinueWith(task => task.IsCompletedSuccessfully, TaskScheduler.Default)) await taking.Result.DisposeAsync();
            throw;
        }
        await using var snapshot = await taking;
        var versions = await asking;
        var pgDump = int.Parse(versions["pg_dump"].Split('.')[0]);
        if (snapshot.Connection.PostgreSqlVersion.Major is var server && server > pgDump) throw new ServerNewerThanTools(server, pgDump);
        var run = new BackupRun(url, store, options, tools, snapshot, progress ?? (_ => { }));
        try
        {
            return await run.WriteAsync(versions, await buffering, cancellation);
        }
        catch (Exception exception)
        {
            await BackupCatalog.RemoveAsync(store, run.Id);
            if (!cancellation.IsCancellationRequested) await FailureRecord.RecordAsync(store, exception);
            throw exception switch
            {
                CommandFailed failed => new BackupFailed(failed.Problem.Split(' ')[0].Trim('\''), failed),
                NpgsqlException lost => new BackupFailed("the checksums", new DeliveryError(lost.Message, "Check the server, then run again.", lost)),
                _ => exception,
            };
        }
    }

    /// <summary>The backups of a store, newest first. Only what has a manifest is one.</summary>
    public static async Task<IReadOnlyList<BackupEntry>> ListAsync(IObjectStore store, CancellationToken cancellation = default)
    {
        var entries = new List<BackupEntry>();
        foreach (var id in await BackupCatalog.IdsAsync(store, cancellation))
        {
            try
            {
                entries.Add(new BackupEntry(id, await ReadAsync(store, id, cancellation), null));
            }
            catch (ManifestInvalid invalid)
            {
                entries.Add(new BackupEntry(id, null, invalid.Problem));
            }
        }
        return entries;
    }

    /// <summary>Reads a backup's manifest.</summary>
    /// <param name="store">Where backups are.</param>
    /// <param name="id">The backup; null takes the newest.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="BackupMissing">There is none.</exception>
    /// <exception cref="ManifestInvalid">It was edited, or is of another version.</exception>
    public static async Task<BackupManifest> ReadAsync(IObjectStore store, string? id, CancellationToken cancellation = default)
    {
        id ??= await BackupCatalog.IdsAsync(store, cancellation) is [var newest, ..] ? newest : throw new BackupMissing(null, store.Location);
        if (!BackupId.IsId(id)) throw new BackupMissing(id, store.Location);
        try
        {
            return BackupManifest.Parse(id, await store.GetTextAsync(BackupLayout.Key(id, BackupLayout.Manifest), cancellation));
        }
        catch (ObjectMissing)
        {
            throw new BackupMissing(id, store.Location);
        }
    }

    /// <summary>Reads all objects of a backup and compares lengths and SHA-256 with the manifest, without restoring and without an identity.</summary>
    /// <exception cref="BackupMissing">There is no such backup.</exception>
    /// <exception cref="ManifestInvalid">Its manifest was edited.</exception>
    /// <exception cref="BackupNotRestorable">An object is missing or is not what was written.</exception>
    public static async Task<BackupManifest> VerifyAsync(
        IObjectStore store, string? id, Action<BackupProgress>? progress = null, CancellationToken cancellation = default)
    {
        var manifest = await ReadAsync(store, id, cancellation);
        var reader = new ArchiveReader(store, manifest, progress ?? (_ => { }));
        await reader.CheckLengthsAsync(cancellation);
        foreach (var part in manifest.Objects)
        {
            await using var stream = await reader.OpenAsync(part, cancellation);
            await reader.CheckHashAsync(part, stream, cancellation);
        }
        return manifest;
    }
}

/// <summary>A backup in a list.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Manifest">What it holds; null when its manifest cannot be trusted.</param>
/// <param name="Problem">Why not.</param>
public sealed record BackupEntry(string Id, BackupManifest? Manifest, string? Problem);

