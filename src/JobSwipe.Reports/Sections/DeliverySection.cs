using System.Globalization;
using JobSwipe.Releases.Deployments;
using JobSwipe.Releases.Metrics;

namespace JobSwipe.Reports.Sections;

/// <summary>How often, how fast and how well releases reach users, from the ledger.</summary>
public static class DeliverySection
{
    private const int ShownWeeks = 26;
    private const int ShownRecords = 25;

    /// <summary>The section.</summary>
    /// <param name="records">The records of one environment, oldest first.</param>
    /// <param name="environment">Which.</param>
    /// <param name="now">The end of the last 28 days.</param>
    public static Section Of(IReadOnlyList<DeploymentRecord> records, string environment, DateTimeOffset now)
    {
        if (records.Count == 0) return new Section("delivery", "Delivery", $"Nothing was deployed to {environment} yet: ./build.sh DeployStaging, then DeployProd.");
        var month = DeliveryMetrics.Of(records, now.AddDays(-28), now);
        var weeks = DeliveryMetrics.PerWeek(records).TakeLast(ShownWeeks).ToArray();
        string[] labels = [.. weeks.Select(week => week.From.ToString("d MMM", CultureInfo.InvariantCulture))];
        return new Section("delivery", "Delivery", $"{environment}, from {records.Count:N0} records of its ledger; the figures are of the last 28 days, and each failure counts that reached users.")
        {
            Figures =
            [
                new("deployments a week", (month.Deployments / 4.0).ToString("0.#", CultureInfo.InvariantCulture), "at least 1", month.Deployments >= 4),
                new("median time from commit to users", Span(month.LeadTime), "under a day", month.LeadTime is { } lead ? lead < TimeSpan.FromDays(1) : null),
                new("share of changes that failed", month.ChangeFailureRate is { } rate ? rate.ToString("0 %", CultureInfo.InvariantCulture) : "—", "under 15 %", month.ChangeFailureRate is { } share ? share < 0.15 : null),
                new("median time to restore", Span(month.TimeToRestore), "under an hour", month.TimeToRestore is { } time ? time < TimeSpan.FromHours(1) : null),
            ],
            Plots =
            [
                new("Deployments a week", labels, new Series("deployments", [.. weeks.Select(week => (double?)week.Deployments)])),
                new("Changes that failed, % of a week's", labels, new Series("failed", [.. weeks.Select(week => week.ChangeFailureRate * 100)])),
                new("Lead time and time to restore, hours", labels, new Series("commit to users", [.. weeks.Select(week => week.LeadTime?.TotalHours)]), new Series("to restore", [.. weeks.Select(week => week.TimeToRestore?.TotalHours)])),
            ],
            Tables =
            [
                new Table("Deployments, newest first", ["Release", "Started (UTC)", "Outcome", "By", "Reason"],
                    [.. records.Reverse().Take(ShownRecords).Select(record => (IReadOnlyList<string>)
                    [
                        record.Release.Version, $"{record.Started:yyyy-MM-dd HH:mm}", Outcome(record), record.Actor, record.Reason ?? "",
                    ])]) { Hidden = Math.Max(0, records.Count - ShownRecords) },
            ],
        };
    }

    internal static string Span(TimeSpan? time) => time switch
    {
        null => "—",
        { TotalMinutes: < 2 } => $"{time.Value.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} s",
        { TotalHours: < 2 } => $"{time.Value.TotalMinutes.ToString("0", CultureInfo.InvariantCulture)} min",
        { TotalDays: < 2 } => $"{time.Value.TotalHours.ToString("0.#", CultureInfo.InvariantCulture)} h",
        _ => $"{time.Value.TotalDays.ToString("0.#", CultureInfo.InvariantCulture)} days",
    };

    private static string Outcome(DeploymentRecord record)
    {
        var word = record.Outcome switch
        {
            DeploymentOutcome.Succeeded => "✓ succeeded",
            DeploymentOutcome.Refused => "○ refused",
            DeploymentOutcome.RolledBack => "↩ rolled back",
            DeploymentOutcome.Interrupted => "○ interrupted",
            _ => "✗ failed",
        };
        return record.IsRollback ? $"{word} (rollback)" : word;
    }
}
