using JobSwipe.Migrations.Lint;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class MetricNeverFed : InspectRule
{
    public override LintSeverity Severity => LintSeverity.Warning;

    public override string Why => "A metric that no code updates stays at nothing or at 0: the alert on it is silent for ever, or fires for ever.";

    public override string Fix => "Update it where the thing happens, or remove metric and alert.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var rule in at.Monitoring.Alerts)
            foreach (var metric in PromQuery.Selectors(rule.Expression).Select(selector => at.Python.Find(selector.Name)).OfType<BackendMetric>().Where(metric => !metric.Fed).Distinct())
                yield return rule.File.At(rule.Line, $"{rule.Name}: '{metric.Name}' is defined in {metric.File.Name}:{metric.Line} and never updated");
    }
}
