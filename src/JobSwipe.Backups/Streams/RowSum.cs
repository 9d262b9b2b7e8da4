using System.Globalization;
using System.IO.Hashing;

namespace JobSwipe.Backups.Streams;

/// <summary>Counts the rows of COPY's text format and sums their hashes up: equal for equal rows in whatever order.</summary>
internal sealed class RowSum
{
    private readonly List<byte> _begun = [];
    private UInt128 _sum;
    private bool _ended;

    /// <summary>How many rows.</summary>
    public long Rows { get; private set; }

    /// <summary>Their sum, in decimal digits.</summary>
    public string Checksum => _sum.ToString(CultureInfo.InvariantCulture);

    /// <summary>Takes bytes; a row may be cut anywhere.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        while (!_ended && bytes.Length > 0)
        {
            var end = bytes.IndexOf((byte)'\n');
            if (end < 0)
            {
                _begun.AddRange(bytes);
                return;
            }
            if (_begun.Count == 0)
            {
                Row(bytes[..end]);
            }
            else
            {
                _begun.AddRange(bytes[..end]);
                Row(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_begun));
                _begun.Clear();
            }
            bytes = bytes[(end + 1)..];
        }
    }

    private void Row(ReadOnlySpan<byte> row)
    {
        // COPY's end mark; no row can look like it, for a backslash in one is doubled.
        if (row is [(byte)'\\', (byte)'.'])
        {
            _ended = true;
            return;
        }
        Rows++;
        _sum += XxHash3.HashToUInt64(row);
    }
}
