using JobSwipe.Tools;

namespace JobSwipe.Backups;

/// <summary>A backup is damaged: an object is missing or is not what was written. The database that was to be restored is untouched.</summary>
public sealed class BackupNotRestorable(string id, string name, string why, string? older) : DeliveryError(
    $"The backup {id} cannot be restored: {name} {why}.",
    older is null ? "There is no older backup in this store; look for a copy of it elsewhere." : $"Nothing was changed. Restore the next older one: --backup {older}")
{
    /// <summary>The damaged object's name.</summary>
    public string Damaged { get; } = name;
}
