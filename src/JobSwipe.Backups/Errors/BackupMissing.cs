using JobSwipe.Tools;

namespace JobSwipe.Backups;

/// <summary>There is no such backup, or none at all.</summary>
public sealed class BackupMissing(string? id, string location) : DeliveryError(
    id is null ? $"There is no backup in {location}." : $"There is no backup '{id}' in {location}.",
    id is null ? "Make one with the target Backup, or correct --store." : "Look at BackupList, or correct --store.");
