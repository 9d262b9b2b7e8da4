using Deque.AxeCore.Commons;
using JobSwipe.Tools;
using Microsoft.Playwright;

namespace JobSwipe.Releases.Smoke;

/// <summary>What axe-core finds on the page that a journey ends on: what keeps people out fails, the rest is kept beside it.</summary>
internal static class Accessibility
{
    // WCAG 2.1 AA, which is what is asked for. What passed is not told: telling it takes longer than finding out.
    private const string Run = """
        async () => JSON.stringify((await axe.run(document, {
          runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }, resultTypes: ['violations'], preload: false,
        })).violations.map(({ id, impact, help, helpUrl, nodes }) => ({ id, impact, help, helpUrl, elements: nodes.map(node => node.target.join(' ')) })))
        """;

    private static readonly string[] Failing = ["critical", "serious"];

    /// <summary>Looks, and writes all findings.</summary>
    /// <param name="page">The page, as it is.</param>
    /// <param name="file">Where the findings go.</param>
    /// <returns>What is wrong; null when nothing serious is.</returns>
    public static async Task<string?> FailureAsync(IPage page, string file)
    {
        // The package brings axe-core; its own call of it takes twice as long, since it is made for pages of many frames.
        await page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
        var violations = Json.Read<Violation[]>(await page.EvaluateAsync<string>(Run), "axe-core's result");
        Json.WriteFile(file, violations);
        var serious = violations.Where(violation => Failing.Contains(violation.Impact)).ToArray();
        return serious.Length == 0 ? null : string.Join("; ", serious.Take(3).Select(violation => $"{violation.Help} ({violation.Id}, {violation.Impact}) at {string.Join(", ", violation.Elements.Take(1))}"));
    }

    private sealed record Violation(string Id, string? Impact, string Help, string HelpUrl, IReadOnlyList<string> Elements);
}
