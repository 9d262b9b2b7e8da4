using System.Text.RegularExpressions;
using JobSwipe.Migrations.Lint;

namespace JobSwipe.Migrations.Tests.Lint;

/// <summary>The examples of a rule's page.</summary>
internal sealed partial class Page(LintRule rule)
{
    public string Name => rule.Name;

    public LintSettings Settings { get; } = Block().Matches(rule.Page).FirstOrDefault(block => block.Groups[1].Value == "json") is { } json
        ? LintSettings.Parse(json.Groups[2].Value) : new LintSettings();

    /// <summary>Each is a script of its own.</summary>
    public IReadOnlyList<LintScript> Bad => Scripts("## Bad", "## Good");

    /// <summary>All of them run one after the other.</summary>
    public IReadOnlyList<LintScript> Good => Scripts("## Good", null);

    public static IEnumerable<Page> All => LintRules.All.Select(rule => new Page(rule));

    private LintScript[] Scripts(string from, string? to)
    {
        var start = rule.Page.IndexOf(from, StringComparison.Ordinal);
        var end = to is null ? rule.Page.Length : rule.Page.IndexOf(to, StringComparison.Ordinal);
        return [.. Block().Matches(rule.Page[start..end]).Select((block, number) => new LintScript($"{Name}-{from[3..].ToLowerInvariant()}-{number + 1}.sql", block.Groups[2].Value))];
    }

    [GeneratedRegex("```(sql|json)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
