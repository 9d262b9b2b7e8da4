using JobSwipe.Tools;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class AlertMetricUnknown : InspectRule
{
    public override string Why => "An alert on a series that nobody exports is silent for ever.";

    public override string Fix => "Use a metric that the backend exports.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        if (at.Python.Metrics.Count == 0) yield break;
        foreach (var rule in at.Monitoring.Rules)
            foreach (var name in PromQuery.Selectors(rule.Expression).Select(selector => selector.Name).Distinct())
                if (at.Python.Find(name) is null && !at.Monitoring.IsForeign(name))
                    yield return rule.File.At(rule.Line, $"{rule.Name}: nothing exports '{name}'; the nearest is '{Nearest.To(name, at.Python.Metrics.SelectMany(metric => metric.Series))}'");
    }
}
