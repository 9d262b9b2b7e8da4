using JobSwipe.Storage;

namespace JobSwipe.Backups;

/// <summary>Where the parts of a backup lie in a store: <c>backups/&lt;id&gt;/…</c>.</summary>
internal static class BackupLayout
{
    public const string Folder = "backups/";
    public const string Manifest = "manifest.json";
    public const string Readme = "README.md";
    public const string Main = "main.dump.zst.age";
    public const string Globals = "globals.sql.zst.age";

    public static string Key(string id, string name) => $"{Folder}{id}/{name}";

    /// <summary>The archive of a table. The number keeps names apart that differ only in characters a key cannot have.</summary>
    public static string Table(int number, TableName table) =>
        $"table-{number:00}-{ObjectKey.Segment(table.ToString())[..Math.Min(80, ObjectKey.Segment(table.ToString()).Length)]}.dump.zst.age";
}
