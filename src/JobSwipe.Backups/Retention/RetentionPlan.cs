using System.Globalization;

namespace JobSwipe.Backups;

/// <summary>Decides which backups stay. Nothing but a list, a policy and a clock goes in.</summary>
public static class RetentionPlan
{
    // An honest clock may be off by that much.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(10);

    /// <summary>Decides on each, newest first.</summary>
    public static IReadOnlyList<RetentionDecision> Of(IEnumerable<RetentionCandidate> candidates, RetentionPolicy policy, DateTimeOffset now)
    {
        var all = candidates.OrderByDescending(one => one.TakenAt).ThenByDescending(one => one.Id, StringComparer.Ordinal).ToArray();
        if (all.Length == 0) return [];
        if (all[0].Problem is { } problem) return KeepAll(all, $"nothing is dropped while the newest backup, {all[0].Id}, is not good: {problem}");
        if (all[0].TakenAt > now + ClockTolerance) return KeepAll(all, $"nothing is dropped while the newest backup, {all[0].Id}, is from the future: a clock is wrong");
        var reasons = all.ToDictionary(one => one, _ => new List<string>());
        var good = all.Where(one => one.Problem is null).ToArray();
        reasons[good[0]].Add("the newest");
        if (good.FirstOrDefault(one => one.Proved) is { } proved) reasons[proved].Add("the newest proved by restoring");
        Count(policy.Days, "day", time => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Count(policy.Weeks, "week", time => $"{ISOWeek.GetYear(time)}-W{ISOWeek.GetWeekOfYear(time):00}");
        Count(policy.Months, "month", time => time.ToString("yyyy-MM", CultureInfo.InvariantCulture));
        Count(policy.Years, "year", time => time.ToString("yyyy", CultureInfo.InvariantCulture));
        return [.. all.Select(Decide)];

        void Count(int count, string unit, Func<DateTime, string> period)
        {
            foreach (var (newest, number) in good.GroupBy(one => period(one.TakenAt.UtcDateTime)).Take(count).Select((group, at) => (group.First(), at + 1)))
                reasons[newest].Add($"{unit} {number} of {count} ({period(newest.TakenAt.UtcDateTime)})");
        }

        RetentionDecision Decide(RetentionCandidate one) =>
            one.Problem is { } wrong ? new RetentionDecision(one.Id, true, $"not touched, for it may not be ours: {wrong}")
            : reasons[one].Count > 0 ? new RetentionDecision(one.Id, true, string.Join("; ", reasons[one]))
            : new RetentionDecision(one.Id, false, $"beyond {policy}");
    }

    private static RetentionDecision[] KeepAll(RetentionCandidate[] all, string why) => [.. all.Select(one => new RetentionDecision(one.Id, true, why))];
}
