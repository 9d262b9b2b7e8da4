using JobSwipe.Releases.Deployments;

namespace JobSwipe.Releases.Metrics;

/// <summary>The four measures of delivery, for one span of time (DORA, https://dora.dev/guides/dora-metrics-four-keys/), from a ledger.</summary>
/// <param name="From">Its first moment, UTC.</param>
/// <param name="Deployments">How many releases reached the environment with success; rollbacks are not counted.</param>
/// <param name="LeadTime">The median time from a commit to its release's first success here; null when none says when it was made.</param>
/// <param name="ChangeFailureRate">The share of attempts that were rolled back, by the build or by a person, or failed, 0 to 1; null without attempts.</param>
/// <param name="TimeToRestore">The median time from a failed attempt that reached users to the next success; null when nothing had to be restored.</param>
public sealed record DeliveryMetrics(DateTimeOffset From, int Deployments, TimeSpan? LeadTime, double? ChangeFailureRate, TimeSpan? TimeToRestore)
{
    /// <summary>The measures of each week that has a record, oldest first; weeks begin on Monday, UTC.</summary>
    public static IReadOnlyList<DeliveryMetrics> PerWeek(IReadOnlyList<DeploymentRecord> records) =>
        [.. records.GroupBy(record => Week(record.Started)).OrderBy(week => week.Key).Select(week => Of(records, week.Key, week.Key.AddDays(7)))];

    /// <summary>The measures of the records that began in a span of time.</summary>
    /// <param name="records">A whole ledger, oldest first: what restores a failure may lie behind the span.</param>
    /// <param name="from">First moment.</param>
    /// <param name="to">End, not included.</param>
    public static DeliveryMetrics Of(IReadOnlyList<DeploymentRecord> records, DateTimeOffset from, DateTimeOffset to)
    {
        var (deployed, attempts, failures) = (0, 0, 0);
        var (leads, restores) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var index = 0; index < records.Count; index++)
        {
            var record = records[index];
            if (record.Started < from || record.Started >= to) continue;
            if (record.IsRollback)
            {
                // A person took back what the build had let through: that change failed, and this restores it.
                var reached = records.Take(index).LastOrDefault(earlier => earlier is { Outcome: DeploymentOutcome.Succeeded, IsRollback: false });
                if (record.Outcome != DeploymentOutcome.Succeeded || reached is null) continue;
                failures++;
                restores.Add(record.Ended - reached.Ended);
                continue;
            }
            if (record.Outcome is DeploymentOutcome.Refused or DeploymentOutcome.Interrupted) continue;
            attempts++;
            if (record.Outcome == DeploymentOutcome.Succeeded)
            {
                deployed++;
                if (record.Release.Committed is { } committed && !records.Take(index).Any(earlier => earlier.IsProofOf(record.Release))) leads.Add(record.Ended - committed);
                continue;
            }
            failures++;
            // What the build rolled back by itself was restored when its record ended.
            var restored = record.Outcome == DeploymentOutcome.RolledBack ? record : records.Skip(index + 1).FirstOrDefault(later => later.Outcome == DeploymentOutcome.Succeeded);
            if (restored is not null) restores.Add(restored.Ended - record.Started);
        }
        return new DeliveryMetrics(from, deployed, Median(leads), attempts == 0 ? null : Math.Min(1, (double)failures / attempts), Median(restores));
    }

    private static TimeSpan? Median(List<TimeSpan> values)
    {
        if (values.Count == 0) return null;
        values.Sort();
        return (values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2;
    }

    private static DateTimeOffset Week(DateTimeOffset moment)
    {
        var day = moment.UtcDateTime.Date;
        return new DateTimeOffset(day.AddDays(-(((int)day.DayOfWeek + 6) % 7)), TimeSpan.Zero);
    }
}
