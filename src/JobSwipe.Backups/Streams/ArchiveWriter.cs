using System.Collections.Concurrent;
using JobSwipe.Storage;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Backups.Streams;

/// <summary>Streams what a command writes through zstd and age into the store, hashing on both sides. Nothing of it ever lies on a disk unencrypted.</summary>
internal sealed class ArchiveWriter(IObjectStore store, Func<string, string> key, BackupTools tools, BackupOptions options, Action<BackupProgress> progress, long estimate)
{
    private long _plain;

    /// <summary>The rows that were written so far.</summary>
    public ConcurrentDictionary<TableName, RowSum> Tables { get; } = new();
    private long _stored;

    /// <summary>Writes one object.</summary>
    public async Task<BackedUpObject> WriteAsync(string name, ObjectKind kind, Command producer, bool isNarrow, CancellationToken cancellation) =>
        (await WriteAndHearAsync(name, kind, producer, isNarrow, cancellation)).Written;

    /// <summary>Writes one object and returns also what the command said beside it.</summary>
    public async Task<(BackedUpObject Written, string Said)> WriteAndHearAsync(string name, ObjectKind kind, Command producer, bool isNarrow, CancellationToken cancellation)
    {
        var zstd = new ZstdSettings { Level = options.Level };
        var scanner = kind is ObjectKind.Main or ObjectKind.Table ? new DumpScanner() : null;
        using var plain = new Digest(read => Tell(name, read, 0), scanner);
        await using var pipeline = await Pipeline.StartAsync(
            [producer, .. tools.Seal(isNarrow ? zstd with { Window = null } : zstd, options.Recipients)], tap: plain, cancellation: cancellation);
        var stored = new HashingStream(pipeline, read => Tell(name, 0, read));
        await store.PutAsync(key(name), stored, WriteCondition.IsNew, cancellation);
        foreach (var (table, sum) in scanner?.Sums ?? []) Tables[table] = sum;
        return (new BackedUpObject(name, kind, plain.Count, plain.Sha256(), stored.Count, stored.Sha256()), pipeline.SaidByFirst);
    }

    private void Tell(string name, int plain, int stored) =>
        progress(new BackupProgress(name, Interlocked.Add(ref _plain, plain), Interlocked.Add(ref _stored, stored), estimate));
}
