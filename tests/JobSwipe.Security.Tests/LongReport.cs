using System.Text;

namespace JobSwipe.Security.Tests;

/// <summary>A report of Trivy with very many packages and no finding, made while it is read.</summary>
internal sealed class LongReport(long length) : Stream
{
    private static readonly byte[] Head = Encoding.UTF8.GetBytes("""{"SchemaVersion":2,"Results":[{"Target":"x","Packages":[{}""");
    private static readonly byte[] Item = Encoding.UTF8.GetBytes(""",{"Name":"package","Version":"1.0.0"}""");
    private static readonly byte[] Tail = "]}]}"u8.ToArray();
    private byte[] _piece = Head;
    private int _offset;
    private long _made;
    private bool _ended;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => _made;

    public override long Position { get => _made; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = 0;
        while (read < count)
        {
            if (_offset == _piece.Length)
            {
                if (_ended) break;
                (_ended, _offset) = (_made >= length, 0);
                _piece = _ended ? Tail : Item;
            }
            var part = Math.Min(count - read, _piece.Length - _offset);
            Array.Copy(_piece, _offset, buffer, offset + read, part);
            (_offset, read, _made) = (_offset + part, read + part, _made + part);
        }
        return read;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
