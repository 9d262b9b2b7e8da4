namespace JobSwipe.Backups.Streams;

/// <summary>Counts and hashes what is read through it.</summary>
internal sealed class HashingStream(Stream inner, Action<int>? onRead = null) : Stream
{
    private readonly Digest _digest = new(onRead);

    /// <summary>Bytes read so far.</summary>
    public long Count => _digest.Count;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => Count; set => throw new NotSupportedException(); }

    /// <summary>SHA-256 of what was read so far, in lower-case hexadecimal.</summary>
    public string Sha256() => _digest.Sha256();

    /// <summary>Reads what is left, only to hash it.</summary>
    public async Task DrainAsync(CancellationToken cancellation)
    {
        var buffer = new byte[128 * 1024];
        while (await ReadAsync(buffer, cancellation) > 0) { }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        _digest.Add(buffer.Span[..read]);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            _digest.Dispose();
        }
        base.Dispose(disposing);
    }
}
