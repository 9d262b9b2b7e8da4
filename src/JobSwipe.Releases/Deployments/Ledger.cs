using System.Text;
using JobSwipe.Storage;
using JobSwipe.Tools;

namespace JobSwipe.Releases.Deployments;

/// <summary>
/// The history of an environment's deployments in the object store: appended, chained by hash, never edited. Every hundred records are copied
/// into a <see cref="LedgerSegment"/>, from which a long history is read.
/// </summary>
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
            var segments = await SegmentsAsync(cancellation);
            var tail = await KeysAfterAsync(segments.Count, cancellation);
            var last = tail.Count > 0 ? tail[^1].Key : segments.Count > 0 ? RecordKey(segments.Count * LedgerSegment.Size - 1) : null;
            var next = record with
            {
                Environment = environment,
                Sequence = last is null ? 1 : Number(last) + 1,
                Previous = last is null ? null : Digest.Of(await BytesAsync(last, cancellation)),
            };
            try
            {
                await store.PutTextAsync(RecordKey(next.Sequence), Json.Write(next), WriteCondition.IsNew, cancellation);
            }
            catch (ObjectExists) when (attempt < Attempts)
            {
                // Somebody else appended in the meantime; read again and come after them.
                continue;
            }
            if ((next.Sequence + 1) % LedgerSegment.Size == 0) await TryCompactAsync(cancellation);
            return next;
        }
    }

    /// <summary>All records, oldest first, with the chain checked.</summary>
    /// <exception cref="LedgerBroken">A record was changed or removed.</exception>
    public Task<IReadOnlyList<DeploymentRecord>> ReadAsync(CancellationToken cancellation = default) => NewestAsync(int.MaxValue, cancellation);

    /// <summary>The newest records, oldest of them first, with the whole chain checked.</summary>
    /// <exception cref="LedgerBroken">A record was changed or removed.</exception>
    public async Task<IReadOnlyList<DeploymentRecord>> NewestAsync(int most, CancellationToken cancellation = default) => Parse((await ChainAsync(cancellation)).TakeLast(most), cancellation);

    /// <summary>As <see cref="NewestAsync"/>; that the chain holds is proved also for each record's own object where a segment was read in its place.</summary>
    /// <exception cref="LedgerBroken">A record was changed or removed.</exception>
    public async Task<IReadOnlyList<DeploymentRecord>> VerifyAsync(int most = int.MaxValue, CancellationToken cancellation = default)
    {
        var tags = new Dictionary<int, string>();
        await foreach (var info in store.ListAsync(Folder, cancellation)) tags[Number(info.Key)] = info.ETag.Trim('"');
        var entries = await ChainAsync(cancellation);
        if (tags.Keys.DefaultIfEmpty().Max() > entries.Length) throw new LedgerBroken(environment, entries.Length + 1);
        // A store that was copied gives other ETags to the same bytes, and what was appended since the listing has none yet.
        await Parallel.ForEachAsync(entries.Where(entry => tags.GetValueOrDefault(entry.Number) != entry.ETag.Trim('"')), Reading(cancellation), async (entry, token) =>
        {
            if (!await IsInStoreAsync(entry, token)) throw new LedgerBroken(environment, entry.Number);
        });
        return Parse(entries.TakeLast(most), cancellation);
    }

    /// <summary>The release that was last deployed with success; null when there is none.</summary>
    public async Task<Release?> LastGoodAsync(CancellationToken cancellation = default) =>
        (await ReadAsync(cancellation)).LastOrDefault(record => record.Outcome == DeploymentOutcome.Succeeded)?.Release;

    private async Task TryCompactAsync(CancellationToken cancellation)
    {
        try
        {
            await CompactAsync(cancellation);
        }
        catch (DeliveryError)
        {
            // The record is there, and it is the history; the next hundred make up for it.
        }
    }

    /// <summary>Copies every hundred records that are complete into a segment.</summary>
    public async Task CompactAsync(CancellationToken cancellation = default)
    {
        var first = (await SegmentsAsync(cancellation)).Count;
        foreach (var block in (await KeysAfterAsync(first, cancellation)).GroupBy(info => Number(info.Key) / LedgerSegment.Size))
        {
            if (Number(block.Last().Key) % LedgerSegment.Size != LedgerSegment.Size - 1) return;
            var content = LedgerSegment.Write(await ReadAllAsync([.. block], cancellation));
            try
            {
                await store.PutAsync(LedgerSegment.Key(environment, block.Key), new MemoryStream(content), WriteCondition.IsNew, cancellation);
            }
            catch (ObjectExists)
            {
                // Somebody else was as quick; theirs has the same records.
            }
        }
    }

    private async Task<LedgerEntry[]> ChainAsync(CancellationToken cancellation)
    {
        var segments = await SegmentsAsync(cancellation);
        var parts = new List<LedgerEntry>[segments.Count];
        await Parallel.ForAsync(0, parts.Length, Reading(cancellation), async (index, token) => parts[index] = LedgerSegment.Read(await BytesAsync(segments[index].Key, token)));
        LedgerEntry[] entries = [.. parts.SelectMany(part => part), .. await ReadAllAsync(await KeysAfterAsync(segments.Count, cancellation), cancellation)];
        var (links, digests) = (new LedgerLink?[entries.Length], new Digest[entries.Length]);
        Parallel.For(0, entries.Length, new ParallelOptions { CancellationToken = cancellation }, index =>
            (links[index], digests[index]) = (LedgerLink.Read(entries[index].Text.Span), Digest.Of(entries[index].Text.Span)));
        for (var index = 0; index < entries.Length; index++)
            if (entries[index].Number != index + 1 || links[index] != new LedgerLink(index + 1, index == 0 ? null : digests[index - 1])) throw new LedgerBroken(environment, index + 1);
        return entries;
    }

    private async Task<List<ObjectInfo>> SegmentsAsync(CancellationToken cancellation)
    {
        var segments = new List<ObjectInfo>();
        await foreach (var info in store.ListAsync(LedgerSegment.Folder(environment), cancellation))
        {
            // One that is missing in the middle costs time, not history: what comes after it is read from the records.
            if (info.Key != LedgerSegment.Key(environment, segments.Count)) break;
            segments.Add(info);
        }
        return segments;
    }

    /// <summary>The records that no segment has. Keys are listed by their first six digits, since a store cannot list from a key on.</summary>
    private async Task<List<ObjectInfo>> KeysAfterAsync(int segments, CancellationToken cancellation)
    {
        var keys = new List<ObjectInfo>();
        // Without any segment there are few, and a gap among them must be seen.
        if (segments == 0) await foreach (var info in store.ListAsync(Folder, cancellation)) keys.Add(info);
        else for (var (block, found) = (segments, true); found; block++)
        {
            found = false;
            await foreach (var info in store.ListAsync($"{Folder}{block:D6}", cancellation))
            {
                keys.Add(info);
                found = true;
            }
        }
        return keys;
    }

    private async Task<LedgerEntry[]> ReadAllAsync(IReadOnlyList<ObjectInfo> objects, CancellationToken cancellation)
    {
        var entries = new LedgerEntry[objects.Count];
        await Parallel.ForAsync(0, entries.Length, Reading(cancellation), async (index, token) =>
            entries[index] = new LedgerEntry(Number(objects[index].Key), objects[index].ETag, await BytesAsync(objects[index].Key, token)));
        return entries;
    }

    private async Task<byte[]> BytesAsync(string key, CancellationToken cancellation)
    {
        await using var content = await store.GetAsync(key, cancellation);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }

    private async Task<bool> IsInStoreAsync(LedgerEntry entry, CancellationToken cancellation)
    {
        try
        {
            return (await BytesAsync(RecordKey(entry.Number), cancellation)).AsSpan().SequenceEqual(entry.Text.Span);
        }
        catch (ObjectMissing)
        {
            return false;
        }
    }

    private DeploymentRecord[] Parse(IEnumerable<LedgerEntry> entries, CancellationToken cancellation)
    {
        var these = entries.ToArray();
        var records = new DeploymentRecord[these.Length];
        Parallel.For(0, these.Length, new ParallelOptions { CancellationToken = cancellation }, index => records[index] = Json.Read<DeploymentRecord>(Encoding.UTF8.GetString(these[index].Text.Span), RecordKey(these[index].Number)));
        return records;
    }

    private string RecordKey(int number) => $"{Folder}{number:D8}.json";

    private static ParallelOptions Reading(CancellationToken cancellation) => new() { MaxDegreeOfParallelism = Readers, CancellationToken = cancellation };

    private static int Number(string key) => int.Parse(Path.GetFileNameWithoutExtension(key));
}

/// <summary>A ledger's records do not follow from each other.</summary>
public sealed class LedgerBroken(string environment, int sequence) : DeliveryError(
    $"The ledger of {environment} is broken at record {sequence}: it was changed, or the one before it is missing.",
    "Restore the ledger's objects from the bucket's versions, and find out who wrote there. A segment under ledger-segments/ may be removed: it is made again from the records.");
