namespace Nuke.Common.Utilities;

public static partial class StringExtensions
{
    /// <summary>One text with a separator between the items.</summary>
    public static string Join(this IEnumerable<string> enumerable, string separator) => string.Join(separator, enumerable);

    /// <summary>One text with a separator between the items.</summary>
    public static string Join(this IEnumerable<string> enumerable, char separator) => string.Join(separator, enumerable);

    /// <summary>Items with a space between.</summary>
    public static string JoinSpace(this IEnumerable<string> values) => values.Join(' ');

    /// <summary>Items with a comma between.</summary>
    public static string JoinComma(this IEnumerable<string> values) => values.Join(',');

    /// <summary>Items with a comma and a space between.</summary>
    public static string JoinCommaSpace(this IEnumerable<string> values) => values.Join(", ");

    /// <summary>Items with commas, and "and" before the last.</summary>
    public static string JoinCommaAnd(this IEnumerable<string> values) => JoinWith(values.ToList(), "and");

    /// <summary>Items with commas, and "or" before the last.</summary>
    public static string JoinCommaOr(this IEnumerable<string> values) => JoinWith(values.ToList(), "or");

    /// <summary>Items with a semicolon between.</summary>
    public static string JoinSemicolon(this IEnumerable<string> values) => values.Join(';');

    /// <summary>Items with a dash between.</summary>
    public static string JoinDash(this IEnumerable<string> values) => values.Join('-');

    /// <summary>Items with an underscore between.</summary>
    public static string JoinUnderscore(this IEnumerable<string> values) => values.Join('_');

    /// <summary>Items with a dot between.</summary>
    public static string JoinDot(this IEnumerable<string> values) => values.Join('.');

    /// <summary>Items with a slash between.</summary>
    public static string JoinSlash(this IEnumerable<string> values) => values.Join('/');

    /// <summary>Items on lines of their own.</summary>
    public static string JoinNewLine(this IEnumerable<string> values, PlatformFamily? platformFamily = null) =>
        values.Join(platformFamily switch { null => Environment.NewLine, PlatformFamily.Windows => "\r\n", _ => "\n" });

    private static string JoinWith(List<string> values, string word) => values.Count < 2
        ? values.Join("")
        : $"{values.Take(values.Count - 1).JoinCommaSpace()}{(values.Count > 2 ? "," : "")} {word} {values[^1]}";
}
