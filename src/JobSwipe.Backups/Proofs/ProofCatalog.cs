using JobSwipe.Storage;
using JobSwipe.Tools;

namespace JobSwipe.Backups;

/// <summary>Proofs in a store: <c>proofs/&lt;backup&gt;/&lt;time&gt;.json</c>.</summary>
public static class ProofCatalog
{
    private const string Folder = "proofs/";

    /// <summary>Writes one down.</summary>
    public static Task RecordAsync(IObjectStore store, RestoreProof proof, CancellationToken cancellation = default) =>
        store.PutTextAsync($"{Folder}{proof.BackupId}/{BackupId.New(proof.ProvedAt)}.json", Json.Write(proof), WriteCondition.IsNew, cancellation);

    /// <summary>The newest proof of every backup that has one.</summary>
    /// <exception cref="DeliveryError">One was edited.</exception>
    public static async Task<IReadOnlyDictionary<string, RestoreProof>> NewestAsync(IObjectStore store, CancellationToken cancellation = default)
    {
        var keys = new Dictionary<string, string>();
        // In the order of time, so the last one stays.
        await foreach (var info in store.ListAsync(Folder, cancellation))
            if (info.Key.Split('/') is [_, var id, _] && BackupId.IsId(id)) keys[id] = info.Key;
        var proofs = new Dictionary<string, RestoreProof>();
        foreach (var (id, key) in keys) proofs[id] = Json.Read<RestoreProof>(await store.GetTextAsync(key, cancellation), key);
        return proofs;
    }
}
