using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace JobSwipe.Backups.Streams;

/// <summary>
/// The table of contents of a pg_dump archive in the custom format, as far as it tells which data belongs to which table and what needs what
/// (PostgreSQL's pg_backup_archiver.c, ReadHead and ReadToc; versions 1.14 of PostgreSQL 12 to 1.16 of 17 and 18).
/// </summary>
internal sealed class DumpContents
{
    private readonly byte[] _bytes;
    private readonly int _length;
    private int _at;
    private int _intSize = 4;

    private DumpContents(byte[] bytes, int length) => (_bytes, _length) = (bytes, length);

    /// <summary>The tables whose rows are in the archive, by the number that their data carries.</summary>
    public Dictionary<int, TableName> Tables { get; } = [];

    /// <summary>Everything in it, in the order in which it is restored.</summary>
    public List<DumpEntry> Entries { get; } = [];

    /// <summary>Reads from the beginning of an archive.</summary>
    /// <returns>The contents and how many bytes they took; null when there are not enough bytes yet.</returns>
    /// <exception cref="NotSupportedException">It is no archive of a known version.</exception>
    public static (DumpContents Contents, int Length, int IntSize)? TryRead(byte[] bytes, int length)
    {
        var reader = new DumpContents(bytes, length);
        try
        {
            reader.Read();
            return (reader, reader._at, reader._intSize);
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    private void Read()
    {
        if (Encoding.ASCII.GetString(Take(5)) != "PGDMP") throw new NotSupportedException("it is no pg_dump archive");
        var version = (Major: Take(1)[0], Minor: (int)Take(1)[0]);
        Take(1);
        if (version.Major != 1 || version.Minor is < 14 or > 16) throw new NotSupportedException($"its version {version.Major}.{version.Minor} is not known");
        _intSize = Take(1)[0];
        var offsetSize = Take(1)[0];
        // The format, then the compression: a number before 1.15, a byte since.
        Take(1);
        if (version.Minor >= 15) Take(1);
        else Int();
        for (var part = 0; part < 7; part++) Int();
        for (var text = 0; text < 3; text++) Text();
        for (var entries = Int(); entries > 0; entries--) Entry(version.Minor, offsetSize);
    }

    private void Entry(int minor, int offsetSize)
    {
        var number = Int();
        Int();
        Text();
        Text();
        var tag = Text();
        var kind = Text();
        var section = (DumpSection)Int();
        var definition = Text();
        // How to drop it and how to copy it.
        Text();
        Text();
        var schema = Text();
        Text();
        Text();
        if (minor >= 16) Int();
        Text();
        Text();
        var needs = new List<int>();
        while (Text() is { } need) needs.Add(int.Parse(need, CultureInfo.InvariantCulture));
        Take(1 + offsetSize);
        if (kind == "TABLE DATA") Tables[number] = new TableName(schema ?? "", tag ?? "");
        Entries.Add(new DumpEntry(number, kind ?? "", section, new TableName(schema ?? "", tag ?? ""), definition ?? "", needs));
    }

    private int Int()
    {
        var negative = Take(1)[0] != 0;
        Span<byte> value = stackalloc byte[8];
        Take(_intSize).CopyTo(value);
        var number = (int)BinaryPrimitives.ReadInt64LittleEndian(value);
        return negative ? -number : number;
    }

    private string? Text()
    {
        var length = Int();
        return length < 0 ? null : Encoding.UTF8.GetString(Take(length));
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (_at + count > _length) throw new EndOfStreamException();
        _at += count;
        return _bytes.AsSpan(_at - count, count);
    }
}

/// <summary>One thing in an archive.</summary>
/// <param name="Number">By which pg_restore's lists name it.</param>
/// <param name="Kind">As pg_dump calls it: TABLE, INDEX, CONSTRAINT, FK CONSTRAINT, …</param>
/// <param name="Section">When it is restored.</param>
/// <param name="Name">Its schema and tag; the tag of a constraint is the table's name and its own.</param>
/// <param name="Definition">The SQL that makes it.</param>
/// <param name="Needs">The numbers of what must be there before.</param>
internal sealed record DumpEntry(int Number, string Kind, DumpSection Section, TableName Name, string Definition, IReadOnlyList<int> Needs);

/// <summary>As pg_backup.h numbers them.</summary>
internal enum DumpSection
{
    None = 1,
    PreData = 2,
    Data = 3,
    PostData = 4,
}
