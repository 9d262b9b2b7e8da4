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
    /// <param name="records">A whole ledger, oldest first.</param>
    public static IReadOnlyList<DeliveryMetrics> PerWeek(IReadOnlyList<DeploymentRecord> records) =>
        [.. Change.All(records).GroupBy(change => Week(change.Started)).OrderBy(week => week.Key).Select(week => Of(week.Key, [.. week]))];

    /// <summary>The measures of the records that began in a span of time.</summary>
    /// <param name="records">A whole ledger, oldest first: what restores a failure may lie behind the span.</param>
    /// <param name="from">First moment.</param>
    /// <param name="to">End, not included.</param>
    public static DeliveryMetrics Of(IReadOnlyList<DeploymentRecord> records, DateTimeOffset from, DateTimeOffset to) =>
        Of(from, [.. Change.All(records).Where(change => change.Started >= from && change.Started < to)]);

    private static DeliveryMetrics Of(DateTimeOffset from, IReadOnlyList<Change> changes)
    {
        var attempts = changes.Count(change => change.IsAttempt);
        return new DeliveryMetrics(from, changes.Count(change => change.Deployed), Median(changes.Select(change => change.LeadTime)),
            // A rollback in another week than what it takes back could make more failures than attempts.
            attempts == 0 ? null : Math.Min(1, (double)changes.Count(change => change.Failed) / attempts),
            Median(changes.Select(change => change.TimeToRestore)));
    }

    private static TimeSpan? Median(IEnumerable<TimeSpan?> known)
    {
        var values = known.OfType<TimeSpan>().Order().ToArray();
        return values.Length == 0 ? null : (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }

    private static DateTimeOffset Week(DateTimeOffset moment)
    {
        var day = moment.UtcDateTime.Date;
        return new DateTimeOffset(day.AddDays(-(((int)day.DayOfWeek + 6) % 7)), TimeSpan.Zero);
    }
}
