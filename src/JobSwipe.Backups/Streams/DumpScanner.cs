using System.Buffers.Binary;

namespace JobSwipe.Backups.Streams;

/// <summary>
/// Counts and sums up the rows of every table while an uncompressed archive in the custom format streams by, at a small part of what the server would
/// need for it (PostgreSQL's pg_backup_custom.c: blocks of data or large objects, each a row of chunks with their lengths).
/// </summary>
internal sealed class DumpScanner
{
    private enum Part { Contents, Block, Number, Chunk, Rows, Object, ObjectChunk, ObjectBytes }

    private readonly byte[] _int = new byte[9];
    private byte[] _head = new byte[64 * 1024];
    private int _headLength;
    private int _intLength;
    private int _intSize = 4;
    private int _left;
    private Part _part = Part.Contents;
    private bool _large;
    private Dictionary<int, TableName> _tables = [];
    private RowSum _current = new();

    /// <summary>The tables seen so far.</summary>
    public Dictionary<TableName, RowSum> Sums { get; } = [];

    /// <summary>Takes the next bytes of the archive.</summary>
    /// <exception cref="NotSupportedException">It is not what pg_dump of a known version writes.</exception>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (_part == Part.Contents) bytes = AddContents(bytes);
        while (bytes.Length > 0)
        {
            // Nearly always: a chunk that lies here as a whole.
            if (_part == Part.Chunk && _intLength == 0 && _intSize == 4 && bytes.Length > 5
                && BinaryPrimitives.ReadInt32LittleEndian(bytes[1..]) is > 0 and var length && length <= bytes.Length - 5)
            {
                _current.Add(bytes.Slice(5, length));
                bytes = bytes[(5 + length)..];
            }
            else if (_part is Part.Rows or Part.ObjectBytes)
            {
                var take = Math.Min(_left, bytes.Length);
                if (_part == Part.Rows) _current.Add(bytes[..take]);
                bytes = bytes[take..];
                if ((_left -= take) == 0) _part = _part == Part.Rows ? Part.Chunk : Part.ObjectChunk;
            }
            else if (_part == Part.Block)
            {
                _large = bytes[0] switch { 1 => false, 3 => true, var other => throw new NotSupportedException($"it has a block of kind {other}") };
                _part = Part.Number;
                bytes = bytes[1..];
            }
            else if (TryInt(ref bytes, out var number))
            {
                Step(number);
            }
        }
    }

    private void Step(int number)
    {
        switch (_part)
        {
            case Part.Number:
                if (_tables.TryGetValue(number, out var table)) _current = Sums[table];
                else if (!_large) throw new NotSupportedException("it has rows of a table that is not in its contents");
                _part = _large ? Part.Object : Part.Chunk;
                break;
            case Part.Chunk:
                (_part, _left) = number == 0 ? (Part.Block, 0) : (Part.Rows, number);
                break;
            case Part.Object:
                _part = number == 0 ? Part.Block : Part.ObjectChunk;
                break;
            default:
                (_part, _left) = number == 0 ? (Part.Object, 0) : (Part.ObjectBytes, number);
                break;
        }
    }

    private ReadOnlySpan<byte> AddContents(ReadOnlySpan<byte> bytes)
    {
        while (_headLength + bytes.Length > _head.Length) Array.Resize(ref _head, _head.Length * 2);
        bytes.CopyTo(_head.AsSpan(_headLength));
        _headLength += bytes.Length;
        if (DumpContents.TryRead(_head, _headLength) is not { } read) return default;
        (_tables, _intSize, _part) = (read.Contents.Tables, read.IntSize, Part.Block);
        foreach (var table in _tables.Values) Sums[table] = new RowSum();
        var rest = _head.AsSpan(read.Length, _headLength - read.Length).ToArray();
        _head = [];
        return rest;
    }

    // A sign and the bytes of the number, the lowest first.
    private bool TryInt(ref ReadOnlySpan<byte> bytes, out int number)
    {
        var wanted = _intSize + 1;
        if (_intLength == 0 && bytes.Length >= wanted && _intSize == 4)
        {
            number = BinaryPrimitives.ReadInt32LittleEndian(bytes[1..]);
            bytes = bytes[wanted..];
            return true;
        }
        var take = Math.Min(wanted - _intLength, bytes.Length);
        bytes[..take].CopyTo(_int.AsSpan(_intLength));
        bytes = bytes[take..];
        _intLength += take;
        number = 0;
        if (_intLength < wanted) return false;
        for (var at = _intSize; at > 0; at--) number = (number << 8) | _int[at];
        _intLength = 0;
        return true;
    }
}
