using JobSwipe.Backups.Physical;
using JobSwipe.Tools;

namespace JobSwipe.Backups;

/// <summary>No base backup and WAL lead to the moment that was asked for: before the first, after the last, or in a gap.</summary>
public sealed class MomentNotRestorable(RecoveryTarget target, IReadOnlyList<RestorableRange> possible) : DeliveryError(
    $"The moment {target} cannot be restored: no base backup and WAL without a gap lead to it.",
    possible.Count == 0
        ? "There is no base backup in this store: make one with BaseBackup, and run WalArchive."
        : $"Possible: {string.Join("; ", possible.Select(range => range.ToString()))}.")
{
    /// <summary>What can be restored.</summary>
    public IReadOnlyList<RestorableRange> Possible { get; } = possible;
}
