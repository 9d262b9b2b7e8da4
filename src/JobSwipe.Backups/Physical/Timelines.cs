using JobSwipe.Storage;

namespace JobSwipe.Backups.Physical;

/// <summary>The history of a cluster's timelines: <c>wal/&lt;system&gt;/&lt;timeline&gt;.history</c>, PostgreSQL's own files (documentation, 26.3.6).</summary>
internal static class Timelines
{
    public static string Key(string system, uint timeline) => $"{WalPiece.Folder}{system}/{timeline:X8}.history";

    /// <summary>Every timeline that led to the newest known one, with the position where it was left.</summary>
    public static async Task<IReadOnlyList<(uint Timeline, ulong End)>> ReadAsync(IObjectStore store, string system, uint atLeast, CancellationToken cancellation)
    {
        var keys = new List<string>();
        await foreach (var info in store.ListAsync($"{WalPiece.Folder}{system}/", cancellation))
            if (info.Key.EndsWith(".history", StringComparison.Ordinal)) keys.Add(info.Key);
        if (keys.Count == 0) return [(atLeast, ulong.MaxValue)];
        var newest = Convert.ToUInt32(keys.Max(StringComparer.Ordinal)!.Split('/')[^1][..8], 16);
        return newest < atLeast ? [(atLeast, ulong.MaxValue)] : Parse(await store.GetTextAsync(Key(system, newest), cancellation), newest);
    }

    /// <summary>Reads a history file: lines of timeline, position and reason.</summary>
    public static IReadOnlyList<(uint Timeline, ulong End)> Parse(string text, uint newest) =>
    [
        .. text.Split('\n').Select(line => line.Split('\t', StringSplitOptions.TrimEntries)).Where(parts => parts.Length >= 2 && !parts[0].StartsWith('#'))
            .Select(parts => (uint.Parse(parts[0]), Lsn.Read(parts[1])!.Value)),
        (newest, ulong.MaxValue),
    ];
}
