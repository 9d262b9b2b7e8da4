using System.Diagnostics;
using JobSwipe.Backups.Streams;
using JobSwipe.Storage;
using JobSwipe.Tools;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Backups.Physical;

/// <summary>Builds a cluster as it was at a moment.</summary>
public static class PointInTime
{
    /// <summary>Restores into an empty folder, recovers up to the moment, and leaves a stopped cluster there.</summary>
    /// <param name="store">Where base backups and WAL are.</param>
    /// <param name="target">The moment.</param>
    /// <param name="folder">A folder that is empty or not there; it becomes the cluster's data folder.</param>
    /// <param name="identityFile">The age identity.</param>
    /// <param name="tell">Told what is being done.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="MomentNotRestorable">Nothing leads there; what can be restored is said.</exception>
    /// <exception cref="BackupNotRestorable">An object is damaged.</exception>
    /// <exception cref="IdentityWrong">As every error of the identity.</exception>
    /// <exception cref="RestoreFailed">The server did not recover.</exception>
    public static async Task<PointInTimeReport> RestoreAsync(
        IObjectStore store, RecoveryTarget target, string folder, string identityFile, Action<string>? tell = null, CancellationToken cancellation = default)
    {
        tell ??= _ => { };
        var started = Stopwatch.GetTimestamp();
        var tools = BackupTools.Find();
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new DeliveryError($"The folder {folder} is not empty.", "Name a folder that is empty or does not exist.");
        var possible = await RestorableRange.AllAsync(store, cancellation);
        foreach (var range in possible.Where(range => range.Holds(target)))
        {
            var manifest = range.Base;
            await AgeKey.CheckIdentityAsync(identityFile, manifest.Id, manifest.Recipients, cancellation);
            using var work = TemporaryFolder.Create("jspitr");
            var builder = new ClusterBuilder(store, tools, identityFile, manifest, folder, work.Path);
            tell($"base backup {manifest.Id}, {manifest.Archive.StoredBytes / 1e6:0.0} MB");
            await builder.ExtractAsync(cancellation);
            var chain = await WalCatalog.ChainAsync(store, manifest, cancellation);
            var pieces = Needed(chain, target);
            tell($"{pieces.Count} pieces of WAL");
            await builder.FetchWalAsync(pieces, cancellation);
            tell("recovery");
            var server = new RecoveringServer(tools.Postgres, manifest, folder, work.Path);
            if (await server.RecoverAsync(target, cancellation) is { } at)
                return new PointInTimeReport(manifest.Id, at.Last, at.Position, Stopwatch.GetElapsedTime(started).TotalSeconds);
            // The name is not in this one's WAL; an older base backup may lie before it.
            Directory.Delete(folder, recursive: true);
        }
        throw new MomentNotRestorable(target, possible);
    }

    // One piece more than needed costs little; one less, the moment.
    private static IReadOnlyList<WalPiece> Needed(WalChain chain, RecoveryTarget target)
    {
        var last = chain.Pieces.ToList().FindIndex(piece =>
            target.Time is { } time ? piece.CoveredAt > time
            : target.Position is { } position && piece.End > Lsn.Read(position));
        return last < 0 ? chain.Pieces : [.. chain.Pieces.Take(last + 2)];
    }
}

/// <summary>What was restored.</summary>
/// <param name="BaseBackupId">From which base backup.</param>
/// <param name="LastTransaction">When the last transaction in it was committed; null when there was none in the WAL.</param>
/// <param name="Position">The position that was reached.</param>
/// <param name="Seconds">How long it took: the measured recovery time.</param>
public sealed record PointInTimeReport(string BaseBackupId, DateTimeOffset? LastTransaction, string Position, double Seconds);
