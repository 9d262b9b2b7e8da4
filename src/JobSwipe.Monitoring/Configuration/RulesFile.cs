using JobSwipe.Monitoring.Alerts;
using JobSwipe.Monitoring.Expressions;
using JobSwipe.Monitoring.Objectives;
using static JobSwipe.Monitoring.Configuration.Yaml;

namespace JobSwipe.Monitoring.Configuration;

/// <summary>The rules as Prometheus reads them (prometheus.io, recording rules and alerting rules).</summary>
public static class RulesFile
{
    // An alert of which nobody knows how to mend it is noise; the address is that of the generated runbook.
    private const string Runbooks = "https://github.com/jobswipe/jobswipe-delivery/blob/main/.github/runbooks/";

    /// <summary>The file of one group.</summary>
    public static string Write(RuleGroup group) => Yaml.Write(Map(("groups", List(Map(
        ("name", group.Name),
        ("rules", group.Records.Select(Record).Concat(group.Alerts.Select(alert => Alert(alert))).ToArray()))))));

    /// <summary>Where an alert's runbook can be read.</summary>
    public static string RunbookUrl(Alert alert) => $"{Runbooks}{FileName(alert.RunbookName)}";

    /// <summary>The name of a runbook's file: <c>ServiceDown</c> is <c>service-down.md</c>.</summary>
    public static string FileName(string runbook) => string.Concat(runbook.Select((letter, at) => char.IsUpper(letter) ? (at > 0 ? "-" : "") + char.ToLowerInvariant(letter) : $"{letter}")) + ".md";

    internal static Dictionary<string, object> Annotations(Alert alert, string description) =>
        Map(("summary", alert.Summary), ("description", description), ("runbook_url", RunbookUrl(alert)));

    private static Dictionary<string, object> Record(RecordingRule rule) =>
        Map(("record", rule.Name), ("expr", rule.Value.Text), ("labels", rule.Labels.Count == 0 ? null : rule.Labels));

    private static Dictionary<string, object> Alert(Alert alert) => Map(
        ("alert", alert.Name),
        ("expr", alert.When.Text),
        ("for", alert.For == TimeSpan.Zero ? null : Duration.Text(alert.For)),
        ("labels", alert.Labels),
        ("annotations", Annotations(alert, alert.Description)));
}
