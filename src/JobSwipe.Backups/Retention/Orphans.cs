using System.Text.RegularExpressions;
using JobSwipe.Storage;
using JobSwipe.Tools;

namespace JobSwipe.Backups;

/// <summary>Objects of backups whose run was killed before it wrote the manifest. Only what has a name that a backup gives, and lies in a folder that a backup made, is one.</summary>
internal static partial class Orphans
{
    /// <summary>A folder without a manifest in which nothing was written for so long is nobody's any more. Shorter than a day, so that the next daily run finds it.</summary>
    public static TimeSpan After { get; } = TimeSpan.FromHours(20);

    /// <summary>Removes them; without the right to, nothing happens.</summary>
    /// <returns>How many there were.</returns>
    public static async Task<int> RemoveAsync(IObjectStore store, DateTimeOffset now, TimeSpan after, CancellationToken cancellation)
    {
        var removed = 0;
        try
        {
            foreach (var folder in new[] { BackupLayout.Folder, Physical.BaseBackupCatalog.Folder })
            {
                var objects = new List<ObjectInfo>();
                await foreach (var info in store.ListAsync(folder, cancellation)) objects.Add(info);
                foreach (var backup in objects.GroupBy(info => info.Key.Split('/')[1]).Where(group => BackupId.IsId(group.Key)))
                {
                    if (backup.Any(info => info.Key.EndsWith("/" + BackupLayout.Manifest, StringComparison.Ordinal))) continue;
                    if (backup.Max(info => info.LastModified) > now - after) continue;
                    foreach (var info in backup.Where(info => Ours().IsMatch(info.Key.Split('/', 3)[^1])))
                    {
                        await store.DeleteAsync(info.Key, cancellation);
                        removed++;
                    }
                }
            }
        }
        catch (DeliveryError error) when (error is StoreRefused or StoreNotWritable)
        {
            // Who may only write leaves that to a prune.
        }
        return removed;
    }

    [GeneratedRegex(@"^(main\.dump\.zst\.age|globals\.sql\.zst\.age|base\.tar\.zst\.age|table-\d{2,}-[^/]+\.dump\.zst\.age|README\.md)$")]
    private static partial Regex Ours();
}
