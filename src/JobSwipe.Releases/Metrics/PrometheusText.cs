using System.Globalization;
using System.Text;
using JobSwipe.Releases.Deployments;

namespace JobSwipe.Releases.Metrics;

/// <summary>Delivery metrics in Prometheus' text format (exposition format 0.0.4), of the last 28 days.</summary>
public static class PrometheusText
{
    private static readonly TimeSpan Window = TimeSpan.FromDays(28);

    /// <summary>Writes metrics so that a collector never reads half of them.</summary>
    public static void WriteFile(string file, string text) => Backups.PrometheusText.WriteFile(file, text);

    /// <summary>Writes the metrics of ledgers.</summary>
    /// <param name="ledgers">The records of each environment, oldest first.</param>
    /// <param name="now">The end of the window.</param>
    public static string Write(IReadOnlyDictionary<string, IReadOnlyList<DeploymentRecord>> ledgers, DateTimeOffset now)
    {
        var text = new StringBuilder();
        var metrics = ledgers.ToDictionary(ledger => ledger.Key, ledger => DeliveryMetrics.Of(ledger.Value, now - Window, now));
        Family("delivery_deployments_28d", "Releases that reached the environment in the last 28 days.", environment => metrics[environment].Deployments);
        Family("delivery_lead_time_seconds", "Median time from commit to the environment.", environment => metrics[environment].LeadTime?.TotalSeconds);
        Family("delivery_change_failure_ratio", "Share of deployments that failed or were rolled back, 0 to 1.", environment => metrics[environment].ChangeFailureRate);
        Family("delivery_time_to_restore_seconds", "Median time from a failed deployment to the next good state.", environment => metrics[environment].TimeToRestore?.TotalSeconds);
        Family("delivery_last_success_timestamp_seconds", "When the last deployment with success ended, Unix time.",
            environment => ledgers[environment].LastOrDefault(record => record.Outcome == DeploymentOutcome.Succeeded)?.Ended.ToUnixTimeSeconds());
        Family("delivery_last_outcome_good", "1 when the last deployment succeeded, else 0.",
            environment => ledgers[environment] is [.., var last] ? last.Outcome == DeploymentOutcome.Succeeded ? 1 : 0 : null);
        return text.ToString();

        void Family(string name, string help, Func<string, double?> value)
        {
            text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} gauge\n");
            foreach (var environment in ledgers.Keys)
                if (value(environment) is { } number) text.Append(CultureInfo.InvariantCulture, $"{name}{{environment=\"{environment}\"}} {number}\n");
        }
    }
}
