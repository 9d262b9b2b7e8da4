using System.Text;
using JobSwipe.Storage;
using JobSwipe.Tools;

namespace JobSwipe.Releases.Deployments;

/// <summary>The history of an environment's deployments in the object store: appended, chained by hash, never edited.</summary>
public sealed class Ledger(IObjectStore store, string environment)
{
    private const int Attempts = 5;

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
        var records = new List<DeploymentRecord>();
        Digest? previous = null;
        await foreach (var entry in store.ListAsync(Folder, cancellation))
        {
            var text = await store.GetTextAsync(entry.Key, cancellation);
            var record = Json.Read<DeploymentRecord>(text, entry.Key);
            if (record.Sequence != records.Count + 1 || record.Previous != previous) throw new LedgerBroken(environment, records.Count + 1);
            records.Add(record);
            previous = Digest.Of(Encoding.UTF8.GetBytes(text));
        }
        return records;
    }

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
