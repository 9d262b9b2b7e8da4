using JobSwipe.Monitoring.Alerts;
using JobSwipe.Monitoring.Catalogue;
using JobSwipe.Monitoring.Configuration;
using JobSwipe.Monitoring.Expressions;

namespace JobSwipe.Monitoring.Objectives;

/// <summary>What JobSwipe promises.</summary>
public static class Slos
{
    private static readonly LabelMatch[] People = [Label.Endpoint.MatchesNot("/metrics|/health|/ready")];
    private static readonly LabelMatch[] Swipes = [Label.Method.Is("POST"), Label.Endpoint.Matches(".*/swipe")];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Slo> All(Pace pace) =>
    [
        Availability, Latency, SwipeSuccess, MatchFreshness,
        Slices(pace, "queue-age", "99 of 100 minutes end with a queue that was empty within five minutes.", 99,
            // A queue is worked off in order: if it was empty within five minutes, nothing in it is older.
            // An empty list is no key in Redis, and has no series.
            RedisMetrics.KeySize.Where(Label.Key.Is("celery")).MinOver(pace.Window(TimeSpan.FromMinutes(5))).Max().AboveAsBool(0).Or(new Expr("vector(0)")),
            Scenario.Of((RedisMetrics.KeySize.Where(Label.Key.Is("celery"), Label.Database.Is("db0")), "20+10x60")), Scenario.Of((RedisMetrics.KeySize.Where(Label.Key.Is("celery"), Label.Database.Is("db0")), "0 30 0 30 0 30 0x60")), ObjectiveRunbooks.QueueAge),
        Slices(pace, "backup-age", "99 of 100 minutes have a backup that is younger than 26 hours.", 99,
            (Expr.Time - BackupMetrics.Newest.Where(Label.Environment.Is("production")).Now).Max().AboveAsBool(26 * 3600),
            Scenario.Of((BackupMetrics.Newest.Where(Label.Environment.Is("production")), "-100000x60")), Scenario.Of((BackupMetrics.Newest.Where(Label.Environment.Is("production")), "0x60")), ObjectiveRunbooks.BackupAge),
        Slices(pace, "migration-state", "99.5 of 100 minutes have no unfinished migration and no unusable index.", 99.5,
            (MigrationMetrics.Unfinished.Now + MigrationMetrics.InvalidIndexes.Now).Max().AboveAsBool(0),
            Scenario.Of((MigrationMetrics.Unfinished.Where(), "1x60"), (MigrationMetrics.InvalidIndexes.Where(), "0x60")),
            Scenario.Of((MigrationMetrics.Unfinished.Where(), "0x60"), (MigrationMetrics.InvalidIndexes.Where(), "0x60")), ObjectiveRunbooks.MigrationState),
        Slices(pace, "deployment-health", "95 of 100 minutes follow a deployment that succeeded.", 95,
            DeliveryMetrics.LastOutcomeGood.Where(Label.Environment.Is("production")).Now.Min().EqualAsBool(0),
            Scenario.Of((DeliveryMetrics.LastOutcomeGood.Where(Label.Environment.Is("production")), "0x60")), Scenario.Of((DeliveryMetrics.LastOutcomeGood.Where(Label.Environment.Is("production")), "1x60")), ObjectiveRunbooks.DeploymentHealth),
    ];

    private static Slo Availability { get; } = new()
    {
        Name = "availability",
        Promise = "999 of 1000 requests are answered, not failed.",
        Objective = 99.9,
        BadShare = window => Share(window, [Label.StatusCode.Matches("5.."), .. People], People),
        Runbook = ObjectiveRunbooks.Availability,
        Burning = Scenario.Of((Answers("200"), "0+95x60"), (Answers("500"), "0+5x60")).Fires("5%"),
        Kept = Scenario.Of((Answers("200"), "0+100000x60"), (Answers("500"), "0+10x60")),
    };

    private static Slo Latency { get; } = new()
    {
        Name = "latency",
        Promise = "99 of 100 requests are answered within half a second.",
        Objective = 99,
        BadShare = window => (Expr)1 - AppMetrics.RequestSeconds.Buckets([Label.Bucket.Is("0.5"), .. People]).Rate(window).Sum() / AppMetrics.RequestSeconds.Count(People).Rate(window).Sum(),
        Runbook = ObjectiveRunbooks.Latency,
        Burning = Scenario.Of((Timed("0.5"), "0+60x60"), (TimedAll, "0+100x60")).Fires("40%"),
        Kept = Scenario.Of((Timed("0.5"), "0+999x60"), (TimedAll, "0+1000x60")),
    };

    private static Slo SwipeSuccess { get; } = new()
    {
        Name = "swipe-success",
        Promise = "999 of 1000 swipes are taken.",
        Objective = 99.9,
        BadShare = window => Share(window, [Label.StatusCode.Matches("5.."), .. Swipes], Swipes),
        Runbook = ObjectiveRunbooks.SwipeSuccess,
        Burning = Scenario.Of((Swiped("200"), "0+90x60"), (Swiped("503"), "0+10x60")).Fires("10%"),
        Kept = Scenario.Of((Swiped("200"), "0+100000x60"), (Swiped("503"), "0+10x60")),
    };

    private static Slo MatchFreshness { get; } = new()
    {
        Name = "match-freshness",
        Promise = "9 of 10 feeds hold jobs that were not swiped yet.",
        Objective = 90,
        BadShare = window => AppMetrics.Feeds.Where(Label.Result.Is("empty")).Rate(window).Sum() / AppMetrics.Feeds.Where().Rate(window).Sum(),
        Runbook = ObjectiveRunbooks.MatchFreshness,
        // 14.4 times a budget of a tenth cannot be reached; six times can.
        Burning = Scenario.Of((AppMetrics.Feeds.Where(Label.Result.Is("found")), "0+20x60"), (AppMetrics.Feeds.Where(Label.Result.Is("empty")), "0+80x60")).Fires("80%"),
        Kept = Scenario.Of((AppMetrics.Feeds.Where(Label.Result.Is("found")), "0+95x60"), (AppMetrics.Feeds.Where(Label.Result.Is("empty")), "0+5x60")),
    };

    // The share of evaluations at which something was wrong.
    private static Slo Slices(Pace pace, string name, string promise, double objective, Expr isBad, Scenario burning, Scenario kept, Runbook runbook) => new()
    {
        Name = name,
        Promise = promise,
        Objective = objective,
        Records = [($"slo:slice_bad:{name.Replace('-', '_')}", isBad)],
        BadShare = window => new Expr($"avg_over_time(slo:slice_bad:{name.Replace('-', '_')}[{Duration.Text(window)}])"),
        Runbook = runbook,
        Burning = burning.Fires("100%"),
        Kept = kept,
        Wakes = false,
    };

    private static Expr Share(TimeSpan window, IReadOnlyList<LabelMatch> bad, IReadOnlyList<LabelMatch> all) =>
        // Without a failure there is no series of failures; nothing is then 0, not unknown.
        new Expr($"({AppMetrics.Requests.Where(bad).Rate(window).Sum()} or vector(0))") / AppMetrics.Requests.Where(all).Rate(window).Sum();

    private static CounterSeries Answers(string status) => AppMetrics.Requests.Where(Label.Method.Is("GET"), Label.Endpoint.Is("/api/v1/jobs/feed"), Label.StatusCode.Is(status));

    private static CounterSeries Swiped(string status) => AppMetrics.Requests.Where(Label.Method.Is("POST"), Label.Endpoint.Is("/api/v1/jobs/{id}/swipe"), Label.StatusCode.Is(status));

    private static CounterSeries Timed(string bound) => AppMetrics.RequestSeconds.Buckets(Label.Method.Is("GET"), Label.Endpoint.Is("/api/v1/jobs/feed"), Label.Bucket.Is(bound));

    private static CounterSeries TimedAll => AppMetrics.RequestSeconds.Count(Label.Method.Is("GET"), Label.Endpoint.Is("/api/v1/jobs/feed"));
}
