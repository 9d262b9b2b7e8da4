using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using JobSwipe.Tools;
using Microsoft.Playwright;

namespace JobSwipe.Releases.Smoke;

/// <summary>What axe-core finds on the page that a journey ends on: what keeps people out fails, the rest is kept beside it.</summary>
internal static class Accessibility
{
    private static readonly string[] Failing = ["critical", "serious"];

    /// <summary>Looks, and writes all findings.</summary>
    /// <param name="page">The page, as it is.</param>
    /// <param name="file">Where the findings go.</param>
    /// <returns>What is wrong; null when nothing serious is.</returns>
    public static async Task<string?> FailureAsync(IPage page, string file)
    {
        var result = await page.RunAxe();
        Json.WriteFile(file, result.Violations.Select(violation => new { violation.Id, violation.Impact, violation.Help, violation.HelpUrl, Elements = violation.Nodes.Select(Selector) }));
        var serious = result.Violations.Where(violation => Failing.Contains(violation.Impact)).ToArray();
        return serious.Length == 0 ? null : string.Join("; ", serious.Take(3).Select(violation => $"{violation.Help} ({violation.Id}, {violation.Impact}) at {Selector(violation.Nodes[0])}"));
    }

    private static string Selector(AxeResultNode node) => node.Target?.ToString() ?? node.Html;
}
