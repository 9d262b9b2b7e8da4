using JobSwipe.Monitoring.Alerts;
using JobSwipe.Monitoring.Expressions;
using static JobSwipe.Monitoring.Configuration.Yaml;

namespace JobSwipe.Monitoring.Configuration;

/// <summary>Two tests for every alert as promtool reads them (prometheus.io, unit testing rules).</summary>
public static class RuleTestsFile
{
    /// <summary>The file of one group, in a folder beside that of the rules.</summary>
    public static string Write(RuleGroup group) => Yaml.Write(Map(
        ("rule_files", group.Reads.Append(group.Name).Select(name => $"../rules/{name}.yml").ToArray()),
        // Seldomer than in production, or promtool would take minutes; what is late by an evaluation is so here as well.
        ("evaluation_interval", "1m"),
        ("tests", group.Alerts.SelectMany(Tests).ToArray())));

    private static IEnumerable<Dictionary<string, object>> Tests(Alert alert)
    {
        yield return Test($"{alert.Name} fires", alert.Firing, alert, [Expected(alert)]);
        // The Watchdog has no quiet: that it is silent is tested with a Prometheus that was killed.
        if (alert.Name != "Watchdog") yield return Test($"{alert.Name} is quiet", alert.Quiet, alert, []);
    }

    private static Dictionary<string, object> Test(string name, Scenario scenario, Alert alert, object[] expected) => Map(
        ("name", name),
        ("interval", Duration.Text(scenario.Step)),
        ("input_series", scenario.Input.Select(one => Map(("series", one.Series), ("values", one.Values))).ToArray()),
        ("alert_rule_test", new[] { Map(("eval_time", Duration.Text(scenario.At)), ("alertname", alert.Name), ("exp_alerts", expected)) }));

    private static Dictionary<string, object> Expected(Alert alert)
    {
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in alert.Labels.Concat(alert.Firing.Labels)) labels[name] = value;
        return Map(("exp_labels", labels), ("exp_annotations", RulesFile.Annotations(alert, alert.Firing.Says ?? "")));
    }
}
