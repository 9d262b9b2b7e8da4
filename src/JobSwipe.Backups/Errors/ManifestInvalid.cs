using JobSwipe.Tools;

namespace JobSwipe.Backups;

/// <summary>A manifest is not what was written.</summary>
public sealed class ManifestInvalid(string id, string why) : DeliveryError(
    $"The manifest of the backup {id} cannot be trusted: {why.TrimEnd('.')}.",
    "Restore another backup (BackupList), or this one by hand as its README says.");
