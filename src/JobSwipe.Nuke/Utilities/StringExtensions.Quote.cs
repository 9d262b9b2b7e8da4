namespace Nuke.Common.Utilities;

public static partial class StringExtensions
{
    /// <summary>The text between double quotes.</summary>
    public static string DoubleQuote(this string str) => $"\"{str?.Replace("\"", "\\\"")}\"";

    /// <summary>The text between single quotes.</summary>
    public static string SingleQuote(this string str) => $"'{str?.Replace("'", "\\'")}'";

    /// <summary>The text between double quotes if it is empty or has blanks.</summary>
    public static string DoubleQuoteIfNeeded(this string str) => NeedsQuotes(str) && !str.IsDoubleQuoted() ? str.DoubleQuote() : str;

    /// <summary>The text between single quotes if it is empty or has blanks.</summary>
    public static string SingleQuoteIfNeeded(this string str) => NeedsQuotes(str) && !str.IsSingleQuoted() ? str.SingleQuote() : str;

    /// <summary>Whether the text stands between double quotes.</summary>
    public static bool IsDoubleQuoted(this string str) => str is ['"', .., '"'];

    /// <summary>Whether the text stands between single quotes.</summary>
    public static bool IsSingleQuoted(this string str) => str is ['\'', .., '\''];

    /// <summary>The text without double quotes around it.</summary>
    public static string TrimMatchingDoubleQuotes(this string str) => str.IsDoubleQuoted() ? str[1..^1] : str;

    /// <summary>The text without single quotes around it.</summary>
    public static string TrimMatchingSingleQuotes(this string str) => str.IsSingleQuoted() ? str[1..^1] : str;

    private static bool NeedsQuotes(string str) => string.IsNullOrEmpty(str) || str.Any(char.IsWhiteSpace);
}
