using JobSwipe.Storage;

namespace JobSwipe.Backups.Physical;

/// <summary>The moments to which a base backup and the WAL after it lead.</summary>
/// <param name="Base">The base backup.</param>
/// <param name="From">The first moment.</param>
/// <param name="To">The last moment.</param>
/// <param name="FromLsn">The first position.</param>
/// <param name="ToLsn">The last position.</param>
public sealed record RestorableRange(BaseBackupManifest Base, DateTimeOffset From, DateTimeOffset To, string FromLsn, string ToLsn)
{
    /// <summary>All ranges, newest base backup first.</summary>
    public static async Task<IReadOnlyList<RestorableRange>> AllAsync(IObjectStore store, CancellationToken cancellation = default)
    {
        var ranges = new List<RestorableRange>();
        foreach (var entry in await BaseBackupCatalog.ListAsync(store, cancellation))
        {
            if (entry.Manifest is not { } manifest) continue;
            var chain = await WalCatalog.ChainAsync(store, manifest, cancellation);
            var stop = Lsn.Read(manifest.StopLsn)!.Value;
            // Its own WAL makes it consistent, so its end can always be restored.
            var reaches = chain.End > stop && chain.CoveredAt > manifest.StoppedAt;
            ranges.Add(new RestorableRange(manifest, manifest.StoppedAt, reaches ? chain.CoveredAt!.Value : manifest.StoppedAt, manifest.StopLsn, reaches ? Lsn.Write(chain.End) : manifest.StopLsn));
        }
        return ranges;
    }

    /// <summary>Whether a moment may lie in it; for a name only recovery tells.</summary>
    internal bool Holds(RecoveryTarget target) =>
        target.Time is { } time ? time >= From && time <= To
        : target.Position is { } position ? Lsn.Read(position) >= Lsn.Read(FromLsn) && Lsn.Read(position) <= Lsn.Read(ToLsn)
        : true;

    /// <inheritdoc/>
    public override string ToString() => $"{From.UtcDateTime:yyyy-MM-dd HH:mm:ss.fff} to {To.UtcDateTime:yyyy-MM-dd HH:mm:ss.fff} UTC ({FromLsn} to {ToLsn})";
}
