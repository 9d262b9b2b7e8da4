using System.Text.RegularExpressions;

namespace JobSwipe.Releases.Inspection;

/// <summary>The series that a PromQL expression selects. Read by patterns, not parsed.</summary>
internal static partial class PromQuery
{
    private static readonly HashSet<string> Words =
    [
        "by", "without", "on", "ignoring", "group_left", "group_right", "and", "or", "unless", "bool", "offset", "inf", "nan", "sum", "avg", "min", "max", "count",
        "stddev", "stdvar", "topk", "bottomk", "quantile", "count_values", "group", "atan2", "start", "end",
    ];

    /// <summary>Name and label names of each selector.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<string> Labels)> Selectors(string expression)
    {
        var bare = Grouping().Replace(Duration().Replace(expression, ""), " ");
        foreach (Match match in Selector().Matches(bare))
        {
            if (match.Groups["call"].Success || Words.Contains(match.Groups["name"].Value.ToLowerInvariant())) continue;
            yield return (match.Groups["name"].Value, [.. Label().Matches(match.Groups["labels"].Value).Select(label => label.Groups[1].Value)]);
        }
    }

    /// <summary>The labels that it groups by.</summary>
    public static IEnumerable<string> GroupedBy(string expression) =>
        By().Matches(expression).SelectMany(match => match.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"(?<![\w:""'=~])(?<name>[a-zA-Z_:][\w:]*)(?![""'\w:])(?<call>\s*\()?(?:\s*\{(?<labels>[^}]*)\})?")]
    private static partial Regex Selector();

    [GeneratedRegex(@"(\w+)\s*(?:=~|!~|!=|=)\s*[""']")]
    private static partial Regex Label();

    [GeneratedRegex(@"\[[^\]]*\]|\boffset\s+\w+")]
    private static partial Regex Duration();

    [GeneratedRegex(@"\b(?:by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)", RegexOptions.IgnoreCase)]
    private static partial Regex Grouping();

    [GeneratedRegex(@"\bby\s*\(([^)]*)\)", RegexOptions.IgnoreCase)]
    private static partial Regex By();
}
