using JobSwipe.Storage;
using JobSwipe.Tools;

namespace JobSwipe.Backups;

/// <summary>Which backups a store has. Only what has a manifest is one.</summary>
internal static class BackupCatalog
{
    /// <summary>Their names, newest first.</summary>
    public static async Task<IReadOnlyList<string>> IdsAsync(IObjectStore store, CancellationToken cancellation)
    {
        var ids = new List<string>();
        await foreach (var info in store.ListAsync(BackupLayout.Folder, cancellation))
        {
            if (info.Key.Split('/') is [_, var id, BackupLayout.Manifest] && BackupId.IsId(id)) ids.Add(id);
        }
        ids.Reverse();
        return ids;
    }

    /// <summary>Removes a backup whose objects are known, and nothing else that lies in its folder. The manifest goes first: without it nothing of the rest is taken for a backup.</summary>
    public static async Task RemoveOursAsync(IObjectStore store, IEnumerable<string> names, string folder, CancellationToken cancellation)
    {
        foreach (var name in names.Prepend(BackupLayout.Readme).Prepend(BackupLayout.Manifest)) await store.DeleteAsync(folder + name, cancellation);
    }

    /// <summary>Removes what there is of a backup; also when the run was cancelled, and without complaint: the first error is what matters.</summary>
    public static Task RemoveAsync(IObjectStore store, string id) => TryRemoveAsync(store, BackupLayout.Key(id, ""));

    /// <inheritdoc cref="RemoveAsync"/>
    public static async Task TryRemoveAsync(IObjectStore store, string folder)
    {
        try
        {
            var keys = new List<string>();
            await foreach (var info in store.ListAsync(folder, CancellationToken.None)) keys.Add(info.Key);
            // The manifest goes first: without it nothing of the rest is taken for a backup.
            foreach (var key in keys.OrderByDescending(key => key.EndsWith(BackupLayout.Manifest, StringComparison.Ordinal)))
                await store.DeleteAsync(key, CancellationToken.None);
        }
        catch (DeliveryError)
        {
            // A user who may only write cannot remove; it lies there without a manifest.
        }
    }
}
