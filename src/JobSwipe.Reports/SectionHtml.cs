using System.Globalization;
using System.Net;
using System.Text;

namespace JobSwipe.Reports;

/// <summary>Writes a section as HTML.</summary>
internal static class SectionHtml
{
    private const int PlottedRows = 60;

    public static void Append(StringBuilder html, Section section)
    {
        html.Append($"<section aria-labelledby=\"{section.Id}\"><h2 id=\"{section.Id}\">{Text(section.Title)}</h2>\n<p>{Text(section.Summary)}</p>\n");
        AppendFigures(html, section.Figures);
        foreach (var plot in section.Plots) AppendPlot(html, plot);
        foreach (var table in section.Tables) AppendTable(html, table);
        html.Append("</section>\n");
    }

    private static void AppendFigures(StringBuilder html, IReadOnlyList<Figure> figures)
    {
        if (figures.Count == 0) return;
        html.Append("<ul class=\"proofs\">\n");
        foreach (var figure in figures)
        {
            var state = figure.IsMet switch { true => " <em class=\"passed\">✓ met</em>", false => " <em class=\"failed\">✗ missed</em>", _ => figure.Goal is null ? "" : " <em class=\"partial\">○ not known</em>" };
            html.Append($"  <li><strong>{Text(figure.Value)}</strong><span>{Text(figure.Name)}</span>{(figure.Goal is null ? "" : $"<span class=\"goal\">goal: {Text(figure.Goal)}{state}</span>")}{(figure.Before is null ? "" : $"<span class=\"goal\">before: {Text(figure.Before)}</span>")}</li>\n");
        }
        html.Append("</ul>\n");
    }

    private static void AppendPlot(StringBuilder html, Plot plot)
    {
        if (plot.Labels.Count == 0) return;
        html.Append($"<figure class=\"plot\" role=\"group\" aria-label=\"{Text(plot.Title)}\"><figcaption>{Text(plot.Title)}</figcaption><div aria-hidden=\"true\">{PlotSvg.Draw(plot)}</div>\n");
        var rows = plot.Labels.Select((label, index) => (IReadOnlyList<string>)[label, .. plot.Series.Select(series => series.Values[index]?.ToString("0.##", CultureInfo.InvariantCulture) ?? "—")]).ToArray();
        html.Append("<details><summary>As a table</summary>");
        AppendTable(html, new Table(plot.Title, ["", .. plot.Series.Select(series => series.Name)], rows.Length > PlottedRows ? rows[^PlottedRows..] : rows) { Hidden = Math.Max(0, rows.Length - PlottedRows) });
        html.Append("</details></figure>\n");
    }

    private static void AppendTable(StringBuilder html, Table table)
    {
        if (table.CanFilter) html.Append($"<p class=\"filter\"><label>Show only rows with <input type=\"search\" data-filter></label> <output>{table.Rows.Count.ToString("N0", CultureInfo.InvariantCulture)} rows</output></p>\n");
        html.Append($"<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{Text(table.Caption)}\"><table><caption>{Text(table.Caption)}</caption><thead><tr>");
        foreach (var column in table.Columns) html.Append($"<th scope=\"col\">{Text(column)}</th>");
        html.Append("</tr></thead><tbody>\n");
        foreach (var (row, link) in table.Rows.Select((row, index) => (row, table.Links?[index])))
            html.Append("<tr>").AppendJoin("", row.Select((cell, index) => index == 0 ? $"<th scope=\"row\">{Linked(cell, link)}</th>" : $"<td>{Text(cell)}</td>")).Append("</tr>\n");
        html.Append("</tbody></table></div>\n");
        if (table.Hidden > 0) html.Append($"<p class=\"hidden\">{table.Hidden.ToString("N0", CultureInfo.InvariantCulture)} more are left out here.</p>\n");
    }

    private static string Linked(string cell, string? link) => link is null ? Text(cell) : $"<a href=\"{Text(link)}\" rel=\"noreferrer\">{Text(cell)}</a>";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
