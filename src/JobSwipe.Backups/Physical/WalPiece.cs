using System.Globalization;
using System.Text.RegularExpressions;

namespace JobSwipe.Backups.Physical;

/// <summary>
/// A stretch of one WAL segment in the store: <c>wal/&lt;system&gt;/&lt;segment&gt;/&lt;from&gt;-&lt;to&gt;-&lt;covered&gt;-&lt;SHA-256&gt;.wal.zst.age</c>. The pieces of a
/// segment, decrypted, decompressed and put one after the other, are the segment's file; what is missing at its end is zeros.
/// </summary>
/// <param name="System">The cluster's system identifier.</param>
/// <param name="Segment">The segment file's name: timeline and number, 24 hexadecimal digits.</param>
/// <param name="From">First byte, from the segment's beginning.</param>
/// <param name="To">The byte after the last one.</param>
/// <param name="CoveredAt">By the server's clock: what was committed until then lies before the end of this piece.</param>
/// <param name="StoredSha256">SHA-256 of the stored bytes.</param>
internal sealed partial record WalPiece(string System, string Segment, uint From, uint To, DateTimeOffset CoveredAt, string StoredSha256)
{
    public const string Folder = "wal/";

    /// <summary>Bytes of a segment. Another size can be chosen when a cluster is made, and is refused (<see cref="WalArchive"/>).</summary>
    public const uint SegmentSize = 16 * 1024 * 1024;

    private const string TimeFormat = "yyyyMMdd'T'HHmmssfff'Z'";

    public uint Timeline => uint.Parse(Segment.AsSpan(0, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    public ulong Start => SegmentStart(Segment) + From;

    public ulong End => SegmentStart(Segment) + To;

    public string Key => $"{Folder}{System}/{Segment}/{From:x8}-{To:x8}-{CoveredAt.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)}-{StoredSha256}.wal.zst.age";

    /// <summary>The name of the segment file that holds a position (xlog_internal.h, XLogFileName).</summary>
    public static string SegmentOf(uint timeline, ulong position) => $"{timeline:X8}{position >> 32:X8}{(position & 0xFFFF_FFFF) / SegmentSize:X8}";

    public static ulong SegmentStart(ulong position) => position - position % SegmentSize;

    /// <summary>Reads a key; null when it is not one of a piece.</summary>
    public static WalPiece? Parse(string key)
    {
        if (Shape().Match(key) is not { Success: true } match) return null;
        return new WalPiece(match.Groups[1].Value, match.Groups[2].Value, Hex(match.Groups[3]), Hex(match.Groups[4]),
            new DateTimeOffset(DateTime.ParseExact(match.Groups[5].ValueSpan, TimeFormat, CultureInfo.InvariantCulture), TimeSpan.Zero), match.Groups[6].Value);
    }

    private static ulong SegmentStart(string segment) => ((ulong)Hex(segment.AsSpan(8, 8)) << 32) + Hex(segment.AsSpan(16, 8)) * (ulong)SegmentSize;

    private static uint Hex(Group group) => Hex(group.ValueSpan);

    private static uint Hex(ReadOnlySpan<char> text) => uint.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^wal/(\d+)/([0-9A-F]{24})/([0-9a-f]{8})-([0-9a-f]{8})-(\d{8}T\d{9}Z)-([0-9a-f]{64})\.wal\.zst\.age$")]
    private static partial Regex Shape();
}
