using System.Net;
using System.Text;

namespace Nuke.Common.Execution;

/// <summary>The plan as a page of its own: one column for each step, targets that may run at the same time below each other.</summary>
internal static class PlanPage
{
    private const int Width = 190;
    private const int Height = 44;
    private const int GapX = 70;
    private const int GapY = 22;

    public static string Html(IReadOnlyCollection<ExecutableTarget> plan)
    {
        var places = Places(plan);
        var right = places.Values.Max(x => x.X) + Width + 20;
        var bottom = places.Values.Max(x => x.Y) + Height + 20;
        var svg = new StringBuilder();
        foreach (var target in plan)
        {
            foreach (var before in target.AllDependencies.Where(places.ContainsKey))
                svg.Append(Edge(places[before], places[target], target.ExecutionDependencies.Contains(before)));
        }

        foreach (var target in plan)
            svg.Append(Node(target, places[target]));
        return $$"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>Execution plan</title>
            <style>
            :root { color-scheme: light dark; --line: #8a8f98; --box: #eef2ff; --invoked: #c7d2fe; --text: #1f2937; }
            @media (prefers-color-scheme: dark) { :root { --box: #1e2540; --invoked: #3b4a8c; --text: #e5e7eb; } }
            body { margin: 2rem; font: 14px/1.4 system-ui, sans-serif; }
            rect { fill: var(--box); stroke: var(--line); } .invoked rect { fill: var(--invoked); } text { fill: var(--text); }
            path { fill: none; stroke: var(--line); } .order { stroke-dasharray: 4 4; } marker path { fill: var(--line); stroke: none; }
            </style>
            </head>
            <body>
            <h1>Execution plan</h1>
            <p>{{plan.Count}} targets. A solid arrow is a dependency, a dashed one only an order.</p>
            <svg width="{{right}}" height="{{bottom}}" role="img" aria-label="Graph of the targets">
            <defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>
            {{svg}}</svg>
            </body>
            </html>
            """;
    }

    private static Dictionary<ExecutableTarget, (int X, int Y)> Places(IReadOnlyCollection<ExecutableTarget> plan)
    {
        var column = new Dictionary<ExecutableTarget, int>();
        var used = new Dictionary<int, int>();
        var places = new Dictionary<ExecutableTarget, (int, int)>();
        foreach (var target in plan)
        {
            var step = target.AllDependencies.Where(column.ContainsKey).Select(x => column[x] + 1).DefaultIfEmpty(0).Max();
            var row = used.GetValueOrDefault(step);
            column[target] = step;
            used[step] = row + 1;
            places[target] = (10 + step * (Width + GapX), 10 + row * (Height + GapY));
        }

        return places;
    }

    private static string Edge((int X, int Y) from, (int X, int Y) to, bool isDependency)
    {
        var (x1, y1, x2, y2) = (from.X + Width, from.Y + Height / 2, to.X, to.Y + Height / 2);
        return $"<path{(isDependency ? "" : " class=\"order\"")} d=\"M{x1} {y1}C{x1 + GapX / 2} {y1} {x2 - GapX / 2} {y2} {x2} {y2}\" marker-end=\"url(#tip)\"/>\n";
    }

    private static string Node(ExecutableTarget target, (int X, int Y) place) =>
        $"<g{(target.Invoked ? " class=\"invoked\"" : "")}><title>{WebUtility.HtmlEncode(target.Description ?? target.Name)}</title>" +
        $"<rect x=\"{place.X}\" y=\"{place.Y}\" width=\"{Width}\" height=\"{Height}\" rx=\"6\"/>" +
        $"<text x=\"{place.X + Width / 2}\" y=\"{place.Y + Height / 2 + 5}\" text-anchor=\"middle\">{WebUtility.HtmlEncode(target.Name)}</text></g>\n";
}
