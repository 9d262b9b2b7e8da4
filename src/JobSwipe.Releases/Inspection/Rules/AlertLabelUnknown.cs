namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class AlertLabelUnknown : InspectRule
{
    public override string Why => "A selector on a label that the metric does not have selects nothing; the alert is silent.";

    public override string Fix => "Use the labels that the metric has.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var rule in at.Monitoring.Rules)
            foreach (var (name, labels) in PromQuery.Selectors(rule.Expression))
                if (at.Python.Find(name) is { } metric)
                    foreach (var label in labels.Where(label => !metric.Labels.Contains(label) && !Given.Contains(label)).Distinct())
                        yield return rule.File.At(rule.Line, $"{rule.Name}: '{name}' has no label '{label}'{(metric.Labels.Count > 0 ? $"; it has {string.Join(", ", metric.Labels)}" : "")}");
    }

    // Those that scraping and the client add, and those that operators commonly set on a target.
    private static readonly HashSet<string> Given = ["le", "quantile", "job", "instance", "app", "app_name", "region", "host", "env", "environment", "service", "namespace", "pod", "cluster", "container", "team"];
}
