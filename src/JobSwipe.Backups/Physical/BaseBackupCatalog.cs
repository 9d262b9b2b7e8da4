using JobSwipe.Storage;

namespace JobSwipe.Backups.Physical;

/// <summary>The base backups of a store: <c>base/&lt;id&gt;/…</c>.</summary>
public static class BaseBackupCatalog
{
    internal const string Folder = "base/";
    internal const string Archive = "base.tar.zst.age";

    internal static string Key(string id, string name) => $"{Folder}{id}/{name}";

    /// <summary>All of them, newest first. Only what has a manifest is one.</summary>
    public static async Task<IReadOnlyList<BaseBackupEntry>> ListAsync(IObjectStore store, CancellationToken cancellation = default)
    {
        var ids = new List<string>();
        await foreach (var info in store.ListAsync(Folder, cancellation))
            if (info.Key.Split('/') is [_, var id, BackupLayout.Manifest] && BackupId.IsId(id)) ids.Add(id);
        var entries = new List<BaseBackupEntry>();
        foreach (var id in Enumerable.Reverse(ids))
        {
            try
            {
                entries.Add(new BaseBackupEntry(id, BaseBackupManifest.Parse(id, await store.GetTextAsync(Key(id, BackupLayout.Manifest), cancellation)), null));
            }
            catch (ManifestInvalid invalid)
            {
                entries.Add(new BaseBackupEntry(id, null, invalid.Problem));
            }
        }
        return entries;
    }
}
