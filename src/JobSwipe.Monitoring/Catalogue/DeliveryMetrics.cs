namespace JobSwipe.Monitoring.Catalogue;

/// <summary>Of the deployments' ledger. Tested against what it writes.</summary>
public static class DeliveryMetrics
{
    public static Gauge Deployments { get; } = Of("delivery_deployments_28d", "Releases that reached the environment in 28 days");
    public static Gauge LeadTime { get; } = Of("delivery_lead_time_seconds", "Median time from commit to the environment");
    public static Gauge ChangeFailureRatio { get; } = Of("delivery_change_failure_ratio", "Share of deployments that failed, 0 to 1");
    public static Gauge TimeToRestore { get; } = Of("delivery_time_to_restore_seconds", "Median time from a failed deployment to the next good state");
    public static Gauge LastSuccess { get; } = Of("delivery_last_success_timestamp_seconds", "When the last deployment with success ended");
    public static Gauge LastOutcomeGood { get; } = Of("delivery_last_outcome_good", "1 when the last deployment succeeded, else 0");

    private static Gauge Of(string name, string help) => new(name, help, Label.Environment);
}
