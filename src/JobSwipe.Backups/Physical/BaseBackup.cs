using System.Diagnostics;
using System.Text.RegularExpressions;
using JobSwipe.Backups.Streams;
using JobSwipe.Storage;
using JobSwipe.Tools;
using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Backups.Physical;

/// <summary>A copy of a whole cluster's files, from which archived WAL leads to any later moment.</summary>
public static partial class BaseBackup
{
    /// <summary>Streams pg_basebackup through zstd and age into the store, the manifest last.</summary>
    /// <exception cref="RecipientMissing">No recipient, or a malformed one.</exception>
    /// <exception cref="ReplicationRefused">The user may not replicate, or the server does not.</exception>
    /// <exception cref="ServerNewerThanTools">pg_basebackup is of another major version.</exception>
    /// <exception cref="BackupFailed">It failed on the way; what was written is removed.</exception>
    public static async Task<BaseBackupManifest> CreateAsync(
        DatabaseUrl url, IObjectStore store, BackupOptions options, Action<BackupProgress>? progress = null, CancellationToken cancellation = default)
    {
        var tools = BackupTools.Find();
        await AgeKey.CheckRecipientsAsync(options.Recipients, cancellation);
        await store.CheckWritableAsync(cancellation);
        await Orphans.RemoveAsync(store, DateTimeOffset.UtcNow, Orphans.After, cancellation);
        var versions = await tools.VersionsAsync(cancellation);
        await using var server = await WalServer.OpenAsync(url, cancellation);
        if (server.Version.Major > int.Parse(versions["pg_dump"].Split('.')[0])) throw new ServerNewerThanTools(server.Version.Major, int.Parse(versions["pg_dump"].Split('.')[0]));
        var id = BackupId.New(DateTimeOffset.UtcNow);
        var started = Stopwatch.GetTimestamp();
        var startedAt = (await server.LookAsync("", cancellation)).Now;
        try
        {
            var writer = new ArchiveWriter(store, name => BaseBackupCatalog.Key(id, name), tools, options, progress ?? (_ => { }), 0);
            var command = tools.Postgres.Command("pg_basebackup", new PgBaseBackupSettings(id).ToArguments()).With(url.ToEnvironment());
            var (archive, said) = await writer.WriteAndHearAsync(BaseBackupCatalog.Archive, ObjectKind.Base, command, isNarrow: false, cancellation);
            var (start, stop) = (StartPoint().Match(said), StopPoint().Match(said));
            if (!start.Success || !stop.Success) throw new BackupFailed("pg_basebackup", new DeliveryError($"pg_basebackup did not say where its WAL begins and ends: {said}", "Report this."));
            var manifest = new BaseBackupManifest
            {
                Id = id,
                System = server.System,
                Timeline = uint.Parse(start.Groups[2].ValueSpan),
                StartLsn = start.Groups[1].Value,
                StopLsn = stop.Groups[1].Value,
                StartedAt = startedAt,
                StoppedAt = (await server.LookAsync("", cancellation)).Now,
                Seconds = Stopwatch.GetElapsedTime(started).TotalSeconds,
                ServerVersion = server.Version.ToString(),
                Database = url.Database,
                User = url.User,
                Recipients = options.Recipients,
                Tools = versions,
                Archive = archive,
            };
            await store.PutTextAsync(BaseBackupCatalog.Key(id, BackupLayout.Readme), BaseBackupReadme.Write(manifest), WriteCondition.IsNew, cancellation);
            await store.PutTextAsync(BaseBackupCatalog.Key(id, BackupLayout.Manifest), manifest.ToJson(), WriteCondition.IsNew, cancellation);
            return manifest;
        }
        catch (Exception exception)
        {
            await BackupCatalog.TryRemoveAsync(store, BaseBackupCatalog.Key(id, ""));
            throw exception is CommandFailed failed ? Translate(url, failed) : exception;
        }
    }

    private static DeliveryError Translate(DatabaseUrl url, CommandFailed failed) =>
        failed.Result.Error.Contains("replication", StringComparison.Ordinal) && failed.Result.Error.Contains("FATAL", StringComparison.Ordinal)
            ? new ReplicationRefused(url, failed.Result.Error.Trim().Split('\n')[^1], failed)
            : new BackupFailed("pg_basebackup", failed);

    [GeneratedRegex(@"write-ahead log start point: ([0-9A-F]+/[0-9A-F]+) on timeline (\d+)")]
    private static partial Regex StartPoint();

    [GeneratedRegex(@"write-ahead log end point: ([0-9A-F]+/[0-9A-F]+)")]
    private static partial Regex StopPoint();
}
