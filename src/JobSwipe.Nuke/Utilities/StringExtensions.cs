using System.Text.RegularExpressions;

namespace Nuke.Common.Utilities;

/// <summary>Short ways to work with text.</summary>
public static partial class StringExtensions
{
    /// <summary>Whether the text is null or empty.</summary>
    public static bool IsNullOrEmpty(this string str) => string.IsNullOrEmpty(str);

    /// <summary>Whether the text is null or blank.</summary>
    public static bool IsNullOrWhiteSpace(this string str) => string.IsNullOrWhiteSpace(str);

    /// <summary>Null instead of empty text.</summary>
    public static string ToNullIfEmpty(this string str) => string.IsNullOrEmpty(str) ? null : str;

    /// <summary>Null instead of blank text.</summary>
    public static string ToNullIfWhiteSpace(this string str) => string.IsNullOrWhiteSpace(str) ? null : str;

    /// <summary>Whether both are the same but for case.</summary>
    public static bool EqualsOrdinalIgnoreCase(this string str, string other) => string.Equals(str, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether one of the others is the same but for case.</summary>
    public static bool EqualsAnyOrdinalIgnoreCase(this string str, params string[] others) => others.Any(x => str.EqualsOrdinalIgnoreCase(x));

    /// <summary>Whether the text contains the other, whatever the case.</summary>
    public static bool ContainsOrdinalIgnoreCase(this string str, string other) => str.Contains(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the text contains one of the others, whatever the case.</summary>
    public static bool ContainsAnyOrdinalIgnoreCase(this string str, params string[] others) => others.Any(str.ContainsOrdinalIgnoreCase);

    /// <summary>Whether the text starts with the other, whatever the case.</summary>
    public static bool StartsWithOrdinalIgnoreCase(this string str, string other) => str.StartsWith(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the text ends with the other, whatever the case.</summary>
    public static bool EndsWithOrdinalIgnoreCase(this string str, string other) => str.EndsWith(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the text starts with one of the others.</summary>
    public static bool StartsWithAny(this string str, params string[] others) => others.Any(x => str.StartsWith(x, StringComparison.Ordinal));

    /// <summary>Whether the text ends with one of the others.</summary>
    public static bool EndsWithAny(this string str, params string[] others) => others.Any(x => str.EndsWith(x, StringComparison.Ordinal));

    /// <summary>The text with its first letter in upper case.</summary>
    public static string Capitalize(this string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The text with more after it.</summary>
    public static string Append(this string str, string append) => str + append;

    /// <summary>The text with more before it.</summary>
    public static string Prepend(this string str, string prepend) => prepend + str;

    /// <summary>The text without the other at its start.</summary>
    public static string TrimStart(this string str, string trim) => str.StartsWith(trim, StringComparison.Ordinal) ? str[trim.Length..] : str;

    /// <summary>The text without the other at its end.</summary>
    public static string TrimEnd(this string str, string trim) => str.EndsWith(trim, StringComparison.Ordinal) ? str[..^trim.Length] : str;

    /// <summary>At most this many characters, with an ellipsis if some are missing.</summary>
    public static string Truncate(this string str, int maxChars) => str.Length <= maxChars ? str : str[..maxChars] + '…';

    /// <summary>The text with every run of blanks as one space.</summary>
    public static string TrimWhitespaces(this string str) => string.Join(' ', str.Split((char[])null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Every line shifted to the right.</summary>
    public static string Indent(this string text, int count) => new string(' ', count) + text.Replace("\n", "\n" + new string(' ', count));

    /// <summary>The lines of the text.</summary>
    public static string[] SplitLineBreaks(this string str, StringSplitOptions options = StringSplitOptions.None) => str.Split(["\r\n", "\n"], options);

    /// <summary>The words of the text.</summary>
    public static string[] SplitSpace(this string str) => str.Split(' ');

    /// <summary>Replaces what a regular expression matches.</summary>
    public static string ReplaceRegex(this string str, string pattern, MatchEvaluator matchEvaluator, RegexOptions options = RegexOptions.None) =>
        Regex.Replace(str, pattern, matchEvaluator, options);
}
