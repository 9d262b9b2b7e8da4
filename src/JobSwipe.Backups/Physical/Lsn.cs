using System.Globalization;

namespace JobSwipe.Backups.Physical;

/// <summary>A position in the WAL as PostgreSQL writes it: two hexadecimal numbers, <c>16/B374D848</c> (documentation, pg_lsn).</summary>
public static class Lsn
{
    /// <summary>Writes one.</summary>
    public static string Write(ulong position) => $"{position >> 32:X}/{position & 0xFFFF_FFFF:X}";

    /// <summary>Reads one; null when it is none.</summary>
    public static ulong? Read(string text) =>
        text.Split('/') is [var high, var low]
        && uint.TryParse(high, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var left)
        && uint.TryParse(low, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var right)
            ? ((ulong)left << 32) + right
            : null;
}
