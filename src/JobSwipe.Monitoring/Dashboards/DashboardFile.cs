using JobSwipe.Monitoring.Catalogue;
using JobSwipe.Monitoring.Expressions;
using JobSwipe.Tools;
using static JobSwipe.Monitoring.Configuration.Yaml;

namespace JobSwipe.Monitoring.Dashboards;

/// <summary>A dashboard as Grafana's file provisioning reads it: the bare model, not the wrapper of its HTTP API (grafana/grafana, kinds/dashboard).</summary>
public static class DashboardFile
{
    private static readonly Dictionary<string, object> Source = Map(("type", "prometheus"), ("uid", "${datasource}"));

    /// <summary>The file.</summary>
    public static string Write(Dashboard dashboard) => Json.Write(Map(
        ("uid", dashboard.Uid),
        ("title", $"JobSwipe / {dashboard.Title}"),
        ("description", dashboard.Description),
        ("tags", List("jobswipe")),
        ("timezone", "utc"),
        ("editable", false),
        ("graphTooltip", 1),
        ("time", Map(("from", "now-6h"), ("to", "now"))),
        ("refresh", "30s"),
        ("schemaVersion", 39),
        ("templating", Map(("list", List(Map(("name", "datasource"), ("label", "Prometheus"), ("type", "datasource"), ("query", "prometheus")))))),
        ("annotations", Map(("list", List(Deployments())))),
        ("panels", Placed(dashboard.Panels).ToArray())));

    // A line where a release reached production.
    private static Dictionary<string, object> Deployments() => Map(
        ("name", "Deployments"), ("enable", true), ("iconColor", "blue"), ("datasource", Source),
        ("expr", (DeliveryMetrics.LastSuccess.Where(Label.Environment.Is("production")).Now * 1000).Text),
        ("useValueForTime", true), ("titleFormat", "Deployment to production"), ("step", "60s"));

    private static IEnumerable<Dictionary<string, object>> Placed(IReadOnlyList<Panel> panels)
    {
        var (x, y, high) = (0, 0, 0);
        for (var at = 0; at < panels.Count; at++)
        {
            var panel = panels[at];
            if (x + panel.Width > 24) (x, y, high) = (0, y + high, 0);
            yield return One(panel, at + 1, Map(("h", panel.Height), ("w", panel.Width), ("x", x), ("y", y)));
            (x, high) = (x + panel.Width, Math.Max(high, panel.Height));
        }
    }

    private static Dictionary<string, object> One(Panel panel, int id, Dictionary<string, object> place) => Map(
        ("id", id),
        ("type", panel.IsNumber ? "stat" : "timeseries"),
        ("title", panel.Title),
        ("description", panel.Description),
        ("datasource", Source),
        ("gridPos", place),
        ("fieldConfig", Map(("defaults", Map(("unit", panel.Unit.Name), ("min", panel.Unit.Max is null ? null : 0), ("max", panel.Unit.Max))), ("overrides", List()))),
        ("options", panel.IsNumber
            ? Map(("reduceOptions", Map(("calcs", List("lastNotNull")), ("fields", ""), ("values", false))))
            : Map(("legend", Map(("displayMode", "list"), ("placement", "bottom"), ("showLegend", true))), ("tooltip", Map(("mode", "multi"), ("sort", "desc"))))),
        ("targets", panel.Queries.Select((query, at) => Map(("refId", $"{(char)('A' + at)}"), ("datasource", Source), ("expr", query.Value.Text), ("legendFormat", query.Legend), ("range", true))).ToArray()));
}
