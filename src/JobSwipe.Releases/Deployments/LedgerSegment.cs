using System.Buffers.Text;
using System.Text;
using JobSwipe.Storage;

namespace JobSwipe.Releases.Deployments;

/// <summary>
/// A hundred records of a ledger in one object, byte for byte, so that a long history is read with few requests. It is made from the records,
/// never in place of them: their chain proves it as it proves them.
/// </summary>
/// <remarks>Format: before each record a line <c>number ETag length</c>, then as many bytes of the record as the line says.</remarks>
internal static class LedgerSegment
{
    /// <summary>How many numbers share a segment: those with the same first six of eight digits.</summary>
    public const int Size = 100;

    /// <summary>The key of the segment with the records from <c>index × 100</c> on; number 0 is never used.</summary>
    public static string Key(string environment, int index) => $"{Folder(environment)}{index:D6}.txt";

    /// <summary>Where an environment's segments are.</summary>
    public static string Folder(string environment) => $"ledger-segments/{ObjectKey.Segment(environment)}/";

    public static byte[] Write(IEnumerable<LedgerEntry> entries)
    {
        using var content = new MemoryStream();
        foreach (var entry in entries)
        {
            content.Write(Encoding.ASCII.GetBytes($"{entry.Number} {entry.ETag.Trim('"')} {entry.Text.Length}\n"));
            content.Write(entry.Text.Span);
        }
        return content.ToArray();
    }

    /// <summary>The records of a segment; what does not follow the format ends it, which its reader sees by the missing numbers.</summary>
    public static List<LedgerEntry> Read(ReadOnlyMemory<byte> content)
    {
        var entries = new List<LedgerEntry>(Size);
        while (content.Length > 0)
        {
            var end = content.Span.IndexOf((byte)'\n');
            if (end < 0) break;
            var head = content.Span[..end];
            var (first, last) = (head.IndexOf((byte)' '), head.LastIndexOf((byte)' '));
            if (first <= 0 || first == last || !Utf8Parser.TryParse(head[..first], out int number, out _) || !Utf8Parser.TryParse(head[(last + 1)..], out int length, out _)) break;
            if (length < 0 || end + 1 + length > content.Length) break;
            entries.Add(new LedgerEntry(number, Encoding.ASCII.GetString(head[(first + 1)..last]), content.Slice(end + 1, length)));
            content = content[(end + 1 + length)..];
        }
        return entries;
    }
}

/// <summary>A record as it lies in the store.</summary>
/// <param name="Number">Its place in the history.</param>
/// <param name="ETag">Its object's, by which a later write would be seen.</param>
/// <param name="Text">Its bytes.</param>
internal readonly record struct LedgerEntry(int Number, string ETag, ReadOnlyMemory<byte> Text);
