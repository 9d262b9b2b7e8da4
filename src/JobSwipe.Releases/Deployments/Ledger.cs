using System.Text;
using JobSwipe.Storage;
using JobSwipe.Tools;

namespace JobSwipe.Releases.Deployments;

/// <summary>The history of an environment's deployments in the object store: appended, chained by hash, never edited.</summary>
public sealed class Ledger(IObjectStore store, string environment)
{
    private const int Attempts = 5;

    // Enough to hide an S3 server's answering time, few enough for its rate limits.
    private const int Readers = 32;

    /// <summary>Whose history it is.</summary>
    public string Environment => environment;

    private string Folder => $"ledger/{ObjectKey.Segment(environment)}/";

    /// <summary>Appends a record; its number and the hash of the one before it are filled in.</summary>
    /// <exception cref="LedgerBroken">The record before this one is not what the chain says.</exception>
    public async Task<DeploymentRecord> AppendAsync(DeploymentRecord record, CancellationToken cancellation = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            var last = await LastKeyAsync(cancellation);
            var previous = last is null ? null : await store.GetTextAsync(last, cancellation);
            var next = record with
            {
                Environment = environment,
                Sequence = last is null ? 1 : Number(last) + 1,
                Previous = previous is null ? null : Digest.Of(Encoding.UTF8.GetBytes(previous)),
            };
            try
            {
                await store.PutTextAsync($"{Folder}{next.Sequence:D8}.json", Json.Write(next), WriteCondition.IsNew, cancellation);
                return next;
            }
            catch (ObjectExists) when (attempt < Attempts)
            {
                // Somebody else appended in the meantime; read again and come after them.
            }
        }
    }

    /// <summary>All records, oldest first, with the chain checked.</summary>
    /// <exception cref="LedgerBroken">A record was changed or removed.</exception>
    public async Task<IReadOnlyList<DeploymentRecord>> ReadAsync(CancellationToken cancellation = default)
    {
        var keys = new List<string>();
        await foreach (var entry in store.ListAsync(Folder, cancellation)) keys.Add(entry.Key);
        var texts = new byte[keys.Count][];
        var records = new DeploymentRecord[keys.Count];
        await Parallel.ForAsync(0, keys.Count, new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = cancellation }, async (index, token) =>
        {
            texts[index] = Encoding.UTF8.GetBytes(await store.GetTextAsync(keys[index], token));
            records[index] = Json.Read<DeploymentRecord>(Encoding.UTF8.GetString(texts[index]), keys[index]);
        });
        for (var index = 0; index < records.Length; index++)
            if (records[index].Sequence != index + 1 || records[index].Previous != (index == 0 ? null : Digest.Of(texts[index - 1]))) throw new LedgerBroken(environment, index + 1);
        return records;
    }

    /// <summary>The release that was last deployed with success; null when there is none.</summary>
    public async Task<Release?> LastGoodAsync(CancellationToken cancellation = default) =>
        (await ReadAsync(cancellation)).LastOrDefault(record => record.Outcome == DeploymentOutcome.Succeeded)?.Release;

    private async Task<string?> LastKeyAsync(CancellationToken cancellation)
    {
        string? last = null;
        await foreach (var entry in store.ListAsync(Folder, cancellation)) last = entry.Key;
        return last;
    }

    private static int Number(string key) => int.Parse(Path.GetFileNameWithoutExtension(key));
}

/// <summary>A ledger's records do not follow from each other.</summary>
public sealed class LedgerBroken(string environment, int sequence) : DeliveryError(
    $"The ledger of {environment} is broken at record {sequence}: it was changed, or the one before it is missing.",
    "Restore the ledger's objects from the bucket's versions, and find out who wrote there.");
