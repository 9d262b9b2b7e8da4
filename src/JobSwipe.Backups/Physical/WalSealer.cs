using System.Security.Cryptography;
using JobSwipe.Backups.Streams;
using JobSwipe.Storage;

namespace JobSwipe.Backups.Physical;

/// <summary>Collects WAL of one segment and stores it, compressed and encrypted, as pieces. At most a segment is in memory, twice.</summary>
internal sealed class WalSealer(IObjectStore store, BackupTools tools, WalArchiveOptions options, string system, uint timeline, ulong position)
{
    private readonly byte[] _bytes = new byte[WalPiece.SegmentSize];
    private int _count;

    /// <summary>The position after what was collected.</summary>
    public ulong Position => Stored + (ulong)_count;

    /// <summary>The position after what is in the store.</summary>
    public ulong Stored { get; private set; } = position;

    /// <summary>Whether a segment's end has been reached.</summary>
    public bool IsFull => _count > 0 && Position % WalPiece.SegmentSize == 0;

    /// <summary>Whether there is nothing to store.</summary>
    public bool IsEmpty => _count == 0;

    /// <summary>Takes bytes up to the end of the segment.</summary>
    /// <returns>How many.</returns>
    public async Task<int> CollectAsync(Stream data, CancellationToken cancellation)
    {
        var room = (int)(WalPiece.SegmentSize - Position % WalPiece.SegmentSize);
        var read = await data.ReadAsync(_bytes.AsMemory(_count, room), cancellation);
        _count += read;
        return read;
    }

    /// <summary>Stores what was collected.</summary>
    public async Task<WalPiece> StoreAsync(DateTimeOffset coveredAt, CancellationToken cancellation)
    {
        using var plain = new MemoryStream(_bytes, 0, _count, writable: false);
        using var sealed_ = new MemoryStream();
        await using (var pipeline = await Pipeline.StartAsync(tools.Seal(new ZstdSettings { Level = options.Level }, options.Recipients), plain, cancellation: cancellation))
            await pipeline.CopyToAsync(sealed_, cancellation);
        var from = (uint)(Stored % WalPiece.SegmentSize);
        var piece = new WalPiece(system, WalPiece.SegmentOf(timeline, Stored), from, from + (uint)_count, coveredAt, Convert.ToHexStringLower(SHA256.HashData(sealed_.GetBuffer().AsSpan(0, (int)sealed_.Length))));
        sealed_.Position = 0;
        await store.PutAsync(piece.Key, sealed_, WriteCondition.IsNew, cancellation);
        Stored += (ulong)_count;
        _count = 0;
        return piece;
    }
}
