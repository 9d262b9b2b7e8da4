namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class NoAlertingSection : InspectRule
{
    public override string Why => "Prometheus evaluates the alerts and tells nobody.";

    public override string Fix => "Add alerting: alertmanagers: with the Alertmanager's address.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var config in at.Monitoring.Configs)
            if (config.Root.Get("alerting", "alertmanagers") is null && at.Monitoring.Alerts.Any()) yield return config.File.At(1, "has alerts and no alerting: section");
    }
}
