using JobSwipe.Storage;
using JobSwipe.Tools;

namespace JobSwipe.Backups.Physical;

/// <summary>The WAL that a store has.</summary>
internal static class WalCatalog
{
    /// <summary>All pieces, of one system or of all.</summary>
    public static async Task<IReadOnlyList<WalPiece>> PiecesAsync(IObjectStore store, string? system, CancellationToken cancellation)
    {
        var pieces = new List<WalPiece>();
        await foreach (var info in store.ListAsync(WalPiece.Folder + (system is null ? "" : system + "/"), cancellation))
            if (WalPiece.Parse(info.Key) is { } piece) pieces.Add(piece);
        return pieces;
    }

    /// <summary>What the archiver wrote last; null when it never ran.</summary>
    public static async Task<WalState?> StateAsync(IObjectStore store, string system, CancellationToken cancellation)
    {
        try
        {
            return Json.Read<WalState>(await store.GetTextAsync(WalState.Key(system), cancellation), WalState.Key(system));
        }
        catch (ObjectMissing)
        {
            return null;
        }
    }

    /// <summary>The chain that begins at a base backup. What the archiver says of the time since the last piece counts too.</summary>
    public static async Task<WalChain> ChainAsync(IObjectStore store, BaseBackupManifest from, CancellationToken cancellation)
    {
        var pieces = await PiecesAsync(store, from.System, cancellation);
        var lineage = await Timelines.ReadAsync(store, from.System, from.Timeline, cancellation);
        var chain = WalChain.From(pieces, lineage, from.Timeline, Lsn.Read(from.StartLsn)!.Value);
        var state = await StateAsync(store, from.System, cancellation);
        return state?.CoveredAt > chain.CoveredAt && Lsn.Read(state.Position) == chain.End ? chain with { CoveredAt = state.CoveredAt } : chain;
    }

    /// <summary>Keys of pieces that lie before every kept base backup of their system. Without a base backup of it, all stay.</summary>
    public static async Task<IReadOnlyList<string>> UnneededAsync(IObjectStore store, IReadOnlyList<BaseBackupEntry> kept, CancellationToken cancellation)
    {
        // One that cannot be read may need anything.
        if (kept.Any(entry => entry.Manifest is null)) return [];
        var first = kept.GroupBy(entry => entry.Manifest!.System).ToDictionary(group => group.Key, group => WalPiece.SegmentStart(group.Min(entry => Lsn.Read(entry.Manifest!.StartLsn)!.Value)));
        return [.. (await PiecesAsync(store, null, cancellation)).Where(piece => first.TryGetValue(piece.System, out var needed) && piece.End <= needed).Select(piece => piece.Key)];
    }
}

/// <summary>What the archiver knows, written with every flush: <c>wal/&lt;system&gt;/state.json</c>.</summary>
/// <param name="Timeline">The timeline that it follows.</param>
/// <param name="Position">Everything before it is in the store.</param>
/// <param name="CoveredAt">By the server's clock: what was committed until then is in the store.</param>
/// <param name="SlotBytes">WAL that the server keeps for the slot.</param>
/// <param name="Alarms">What is wrong.</param>
public sealed record WalState(uint Timeline, string Position, DateTimeOffset CoveredAt, long SlotBytes, IReadOnlyList<string> Alarms)
{
    internal static string Key(string system) => $"{WalPiece.Folder}{system}/state.json";
}
