using System.Globalization;
using JobSwipe.Backups;
using JobSwipe.Releases.Deployments;
using JobSwipe.Releases.Metrics;
using JobSwipe.Security;
using JobSwipe.Security.Gate;

namespace JobSwipe.Reports.Sections;

/// <summary>What the plan is measured by, each with its goal and what it was before: of the last 28 days, beside the 28 before them.</summary>
public static class OverviewSection
{
    private const int Days = 28;
    private const string Unknown = "—";

    /// <summary>What there is to see; what is null or empty is shown as not known, never as good.</summary>
    public sealed record Facts
    {
        /// <summary>Production's records, oldest first.</summary>
        public IReadOnlyList<DeploymentRecord> Records { get; init; } = [];

        /// <summary>The backups that can be trusted, in any order.</summary>
        public IReadOnlyList<BackupManifest> Backups { get; init; } = [];

        /// <summary>The last proof by restoring.</summary>
        public RestoreProof? LastProof { get; init; }

        /// <summary>The last gate's report.</summary>
        public GateReport? Security { get; init; }

        /// <summary>Mean seconds from fault to message, of the last drill.</summary>
        public double? DetectionSeconds { get; init; }

        /// <summary>Faults of that drill that nobody was told of: the mean is without them, and the goal is missed with one.</summary>
        public int Undetected { get; init; }
    }

    /// <summary>The section.</summary>
    /// <param name="facts">What there is.</param>
    /// <param name="now">The end of the last 28 days.</param>
    public static Section Of(Facts facts, DateTimeOffset now)
    {
        Figure[] figures = [Frequency(facts, now), Detection(facts), Coverage(facts, now), Proof(facts, now), Critical(facts), Migrations(facts, now)];
        var (met, missed, unknown) = (figures.Count(figure => figure.IsMet == true), figures.Count(figure => figure.IsMet == false), figures.Count(figure => figure.IsMet is null));
        return new Section("overview", "Overview", $"{met} of {figures.Length} goals met{(missed > 0 ? $", {missed} missed" : "")}{(unknown > 0 ? $", {unknown} not known" : "")}.") { Figures = figures };
    }

    private static Figure Frequency(Facts facts, DateTimeOffset now)
    {
        if (facts.Records.Count == 0) return new("deployments a week", Unknown, "at least 1");
        var (current, former) = (Month(now), Month(now.AddDays(-Days)));
        return new("deployments a week", Number(current), "at least 1", current >= 1) { Before = Number(former) };

        double Month(DateTimeOffset end) => DeliveryMetrics.Of(facts.Records, end.AddDays(-Days), end).Deployments / (Days / 7.0);
    }

    private static Figure Detection(Facts facts) => new("mean time to detection, drilled", facts.DetectionSeconds is { } seconds ? $"{Number(seconds)} s" : Unknown, "under 2 min",
        facts.Undetected > 0 ? false : facts.DetectionSeconds is { } known ? known < 120 : null);

    private static Figure Coverage(Facts facts, DateTimeOffset now)
    {
        var first = facts.Backups.Count == 0 ? (DateTimeOffset?)null : facts.Backups.Min(backup => backup.StartedAt);
        if (first is null) return new("days with a backup", Unknown, "100 %", facts.Records.Count > 0 ? false : null);
        return new("days with a backup", Share(Covered(now)), "100 %", Covered(now) is null or >= 1) { Before = Share(Covered(now.AddDays(-Days))) };

        // Of the days since there are backups at all.
        double? Covered(DateTimeOffset end)
        {
            var days = Enumerable.Range(1, Days).Select(day => end.AddDays(-day)).Where(day => day >= first || day.AddDays(1) > first).ToArray();
            return days.Length == 0 ? null : (double)days.Count(day => facts.Backups.Any(backup => backup.StartedAt >= day && backup.StartedAt < day.AddDays(1))) / days.Length;
        }
    }

    private static Figure Proof(Facts facts, DateTimeOffset now) => facts.LastProof is { } proof
        ? new("since a backup was last restored and compared", DeliverySection.Span(now - proof.ProvedAt), "under 8 days", now - proof.ProvedAt < TimeSpan.FromDays(8))
        : new("since a backup was last restored and compared", Unknown, "under 8 days", facts.Backups.Count > 0 ? false : null);

    private static Figure Critical(Facts facts)
    {
        if (facts.Security is not { } report) return new("critical vulnerabilities", Unknown, "0");
        var critical = report.Findings.Count(item => item.State != FindingState.Waived && item.Finding.Severity == Severity.Critical);
        // None found by scanners that did not all run proves nothing.
        return new("critical vulnerabilities", critical.ToString("N0", CultureInfo.InvariantCulture), "0", critical > 0 ? false : report.Scans.All(scan => scan.Ran) ? true : null);
    }

    private static Figure Migrations(Facts facts, DateTimeOffset now)
    {
        var (current, former) = (Rate(now), Rate(now.AddDays(-Days)));
        return new("migrations that went well", Share(current), "at least 99 %", current is { } rate ? rate >= 0.99 : null) { Before = Share(former) };

        double? Rate(DateTimeOffset end)
        {
            var runs = facts.Records.Where(record => record.Started >= end.AddDays(-Days) && record.Started < end).SelectMany(record => record.Steps).Where(step => step.Name == "migrate").ToArray();
            return runs.Length == 0 ? null : (double)runs.Count(step => !step.Failed) / runs.Length;
        }
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Share(double? share) => share is { } known ? (Math.Floor(known * 1000) / 1000).ToString("0.# %", CultureInfo.InvariantCulture) : Unknown;
}
