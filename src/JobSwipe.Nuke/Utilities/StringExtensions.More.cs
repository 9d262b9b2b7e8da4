using System.Text;
using System.Text.RegularExpressions;

namespace Nuke.Common.Utilities;

public static partial class StringExtensions
{
    /// <summary>Whether one of the others is the same but for case.</summary>
    public static bool EqualsAnyOrdinalIgnoreCase(this string str, IEnumerable<string> others) => others.Any(x => str.EqualsOrdinalIgnoreCase(x));

    /// <summary>Whether the text contains one of the others, whatever the case.</summary>
    public static bool ContainsAnyOrdinalIgnoreCase(this string str, IEnumerable<string> others) => others.Any(str.ContainsOrdinalIgnoreCase);

    /// <summary>Whether the text starts with one of the others.</summary>
    public static bool StartsWithAny(this string str, IEnumerable<string> others) => others.Any(x => str.StartsWith(x, StringComparison.Ordinal));

    /// <summary>Whether the text starts with one of the others, whatever the case.</summary>
    public static bool StartsWithAnyOrdinalIgnoreCase(this string str, params string[] others) => others.Any(str.StartsWithOrdinalIgnoreCase);

    /// <summary>Whether the text ends with one of the others.</summary>
    public static bool EndsWithAny(this string str, IEnumerable<string> others) => others.Any(x => str.EndsWith(x, StringComparison.Ordinal));

    /// <summary>Whether the text ends with one of the others, whatever the case.</summary>
    public static bool EndsWithAnyOrdinalIgnoreCase(this string str, params string[] others) => others.Any(str.EndsWithOrdinalIgnoreCase);

    /// <summary>Where a regular expression first matches; -1 if nowhere.</summary>
    public static int IndexOfRegex(this string text, string expression) => Regex.Match(text, expression) is { Success: true } match ? match.Index : -1;

    /// <summary>Braces doubled, for texts that are formatted.</summary>
    public static string EscapeBraces(this string str) => str.Replace("{", "{{").Replace("}", "}}");

    /// <summary>A character again and again.</summary>
    public static string Repeat(this char ch, int count) => new(ch, count);

    /// <summary>The text with every run of another as one.</summary>
    public static string TrimToOne(this string str, string trim)
    {
        var text = new StringBuilder(str);
        int length;
        do
        {
            length = text.Length;
            text.Replace(trim + trim, trim);
        } while (text.Length < length);
        return text.ToString();
    }

    /// <summary>The paragraphs of the text: what stands between empty lines.</summary>
    public static string[] SplitParagraphs(this string str, StringSplitOptions options = StringSplitOptions.None) => str.Split(["\r\n\r\n", "\n\n"], options);

    /// <summary>Items with an ampersand between.</summary>
    public static string JoinAmpersand(this IEnumerable<string> values) => values.Join('&');

    /// <summary>Items with a backslash between.</summary>
    public static string JoinBackslash(this IEnumerable<string> values) => values.Join('\\');
}
