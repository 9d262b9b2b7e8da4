using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace JobSwipe.Backups;

/// <summary>The name of a backup: the UTC second it began and six random hexadecimal digits. The order of names is the order of time.</summary>
public static partial class BackupId
{
    private const string Format = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>A new name.</summary>
    public static string New(DateTimeOffset now) => $"{now.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture)}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(3))}";

    /// <summary>Whether a text is such a name.</summary>
    public static bool IsId(string text) => Shape().IsMatch(text)
        && DateTime.TryParseExact(text[..16], Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>The second that a name tells.</summary>
    public static DateTimeOffset TimeOf(string id) =>
        new(DateTime.ParseExact(id[..16], Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal), TimeSpan.Zero);

    [GeneratedRegex("^[0-9]{8}T[0-9]{6}Z-[0-9a-f]{6}$")]
    private static partial Regex Shape();
}
