namespace JobSwipe.Storage.Tests;

/// <summary>A stream like a process's output: it cannot seek, gives odd lengths, and may fail at its end.</summary>
public sealed class PipeLike(byte[] bytes) : Stream
{
    private int _position;

    public Exception? Failure { get; init; }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var length = Math.Min(Math.Min(count, 65_521), bytes.Length - _position);
        if (length == 0 && Failure is not null) throw Failure;
        Array.Copy(bytes, _position, buffer, offset, length);
        _position += length;
        return length;
    }

    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
