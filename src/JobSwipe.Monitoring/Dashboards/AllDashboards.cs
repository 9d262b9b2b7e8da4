using JobSwipe.Monitoring.Alerts;
using JobSwipe.Monitoring.Catalogue;
using JobSwipe.Monitoring.Configuration;
using JobSwipe.Monitoring.Expressions;

namespace JobSwipe.Monitoring.Dashboards;

/// <summary>Every dashboard.</summary>
public static class AllDashboards
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    private static readonly LabelMatch Api = Label.Job.Is(Jobs.Api);
    private static readonly LabelMatch Production = Label.Environment.Is("production");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Dashboard> All { get; } =
    [
        new("jobswipe-overview", "Overview", "Is everything well? What is promised, and what is left of it.",
        [
            Number("Machines that answer", Unit.Count, PrometheusMetrics.Up.Where(Api).Now.Sum()),
            Number("Requests", Unit.RequestsPerSecond, AppMetrics.Requests.Rate(Window).Sum()),
            Number("Errors", Unit.Ratio, new Expr($"({AppMetrics.Requests.Where(Label.StatusCode.Matches("5..")).Rate(Window).Sum()} or vector(0))") / AppMetrics.Requests.Rate(Window).Sum()),
            Number("95% are faster than", Unit.Seconds, AppMetrics.RequestSeconds.Quantile(0.95, Window)),
            Number("Age of the newest backup", Unit.Seconds, Expr.Time - BackupMetrics.Newest.Where(Production).Now),
            Number("Alerts that fire", Unit.Count, PrometheusMetrics.Alerts.Where(Label.AlertState.Is("firing"), Label.Severity.IsNot("none")).Now.Count().Or(new Expr("vector(0)"))),
            new("Budget that is left", Unit.Share, new Query(new Expr("slo:error_budget_left:ratio"), "{{slo}}")) { Description = "1 is untouched, 0 is used up for these 30 days." },
            new("Share that was bad, last hour", Unit.Ratio, new Query(new Expr("slo:sli_error:ratio_rate1h"), "{{slo}}")),
            new("Requests by status", Unit.RequestsPerSecond, new Query(AppMetrics.Requests.Rate(Window).SumBy(Label.StatusCode), "{{status_code}}")),
            new("Targets that answer", Unit.Count, new Query(PrometheusMetrics.Up.Now.MaxBy(Label.Job), "{{job}}")),
        ]),
        new("jobswipe-api", "API", "Requests, their time and their errors.",
        [
            new("Requests by endpoint", Unit.RequestsPerSecond, new Query(AppMetrics.Requests.Rate(Window).SumBy(Label.Endpoint), "{{endpoint}}")),
            new("Errors by endpoint", Unit.RequestsPerSecond, new Query(new Expr($"({AppMetrics.ErrorResponses.Rate(Window).SumBy(Label.Endpoint)} or vector(0))"), "{{endpoint}}")),
            new("Time to answer", Unit.Seconds, new Query(AppMetrics.RequestSeconds.Quantile(0.5, Window), "half"), new Query(AppMetrics.RequestSeconds.Quantile(0.95, Window), "95%"), new Query(AppMetrics.RequestSeconds.Quantile(0.99, Window), "99%")),
            new("Time of queries", Unit.Seconds, new Query(Expr.Quantile(0.95, AppMetrics.QuerySeconds.Buckets().Rate(Window).SumBy(Label.Bucket, Label.QueryType)), "{{query_type}}")) { Description = "95% of the queries were faster." },
            new("Connections to the database", Unit.Count, new Query(AppMetrics.ConnectionsActive.Now.Sum(), "in use"), new Query(AppMetrics.ConnectionsIdle.Now.Sum(), "idle")),
            new("Memory", Unit.Bytes, new Query(AppMetrics.ResidentMemory.Where(Api).Now, "{{instance}}")),
            new("CPU", Unit.Share, new Query(AppMetrics.CpuSeconds.Where(Api).Rate(Window), "{{instance}}")),
            new("Health checks", Unit.PerMinute, new Query(AppMetrics.HealthChecks.Rate(Window).SumBy(Label.Component, Label.Status) * 60, "{{component}} {{status}}")),
            new("Exceptions and database errors", Unit.PerMinute, new Query(new Expr($"({AppMetrics.Exceptions.Rate(Window).SumBy(Label.ExceptionType)} or vector(0))") * 60, "{{exception_type}}"), new Query(new Expr($"({AppMetrics.DatabaseErrors.Rate(Window).SumBy(Label.ErrorType)} or vector(0))") * 60, "{{error_type}}")),
            new("Threads", Unit.Count, new Query(AppMetrics.Threads.Where(Api).Now, "{{instance}}")),
        ]),
        new("jobswipe-business", "Business", "Users, swipes, matches, applications.",
        [
            Number("New users, last hour", Unit.Count, AppMetrics.UsersRegistered.Where().Increase(TimeSpan.FromHours(1)).Sum()),
            Number("Swipes, last hour", Unit.Count, AppMetrics.Events.Where(Label.EventType.Matches("swipe_.*")).Increase(TimeSpan.FromHours(1)).Sum()),
            Number("Matches, last hour", Unit.Count, AppMetrics.Matches.Where().Increase(TimeSpan.FromHours(1)).Sum()),
            Number("Swipes to the right", Unit.Ratio, AppMetrics.Events.Where(Label.EventType.Is("swipe_right")).Rate(Window).Sum() / AppMetrics.Events.Where(Label.EventType.Matches("swipe_.*")).Rate(Window).Sum()),
            Number("Feeds with jobs", Unit.Ratio, AppMetrics.Feeds.Where(Label.Result.Is("found")).Rate(Window).Sum() / AppMetrics.Feeds.Rate(Window).Sum()),
            new("Swipes", Unit.PerMinute, new Query(AppMetrics.Events.Where(Label.EventType.Matches("swipe_.*")).Rate(Window).SumBy(Label.EventType) * 60, "{{event_type}}")),
            new("Users and log-ins", Unit.PerMinute, new Query(AppMetrics.UsersRegistered.Rate(Window).SumBy(Label.Provider) * 60, "new, by {{provider}}"), new Query(AppMetrics.Tokens.Rate(Window).Sum() * 60, "tokens issued")),
            new("Matches", Unit.PerMinute, new Query(AppMetrics.Matches.Rate(Window).SumBy(Label.ScoreRange) * 60, "{{score_range}}")),
            new("Time to find jobs", Unit.Seconds, new Query(AppMetrics.FeedSeconds.Quantile(0.95, Window), "95%")),
            new("Applications that wait", Unit.Count, new Query(RedisMetrics.KeySize.Where(Label.Key.Is("celery")).Now, "tasks in Celery's queue")) { Description = "The application's own counters of applications are not fed; the queue is." },
        ]),
        new("jobswipe-infrastructure", "Infrastructure", "Machines, by Fly's own metrics and by ours.",
        [
            new("Machines that run", Unit.Count, new Query(FlyMetrics.Up.Now.SumBy(Label.App), "{{app}}")),
            new("Answers at the edge", Unit.RequestsPerSecond, new Query(FlyMetrics.EdgeResponses.Rate(Window).SumBy(Label.App, Label.Status), "{{app}} {{status}}")),
            new("Time at the edge", Unit.Seconds, new Query(Expr.Quantile(0.95, FlyMetrics.EdgeSeconds.Buckets().Rate(Window).SumBy(Label.Bucket, Label.App)), "{{app}}")),
            new("Memory", Unit.Ratio, new Query((Expr)1 - FlyMetrics.MemoryAvailable.Now.SumBy(Label.App) / FlyMetrics.MemoryTotal.Now.SumBy(Label.App), "{{app}}")),
            new("CPU", Unit.Share, new Query(FlyMetrics.Cpu.Where(Label.Mode.IsNot("idle")).Rate(Window).SumBy(Label.App) / 100, "{{app}}")) { Description = "Fly counts hundredths of a second." },
            new("Volumes in use", Unit.Percent, new Query(FlyMetrics.VolumeUsed.Now, "{{app}} {{id}}")),
            new("Load", Unit.Count, new Query(FlyMetrics.Load.Where(Label.Minutes.Is("5")).Now, "{{app}}"), new Query(NodeMetrics.Load5.Now, "{{instance}}")),
            new("Requests under way", Unit.Count, new Query(FlyMetrics.Concurrency.Now.SumBy(Label.App), "{{app}}")),
            new("Disk that is free", Unit.Ratio, new Query(NodeMetrics.DiskAvailable.Now / NodeMetrics.DiskSize.Now, "{{instance}} {{mountpoint}}")),
            new("Network", Unit.BytesPerSecond, new Query(NodeMetrics.Received.Rate(Window).SumBy(Label.Instance), "in"), new Query(NodeMetrics.Sent.Rate(Window).SumBy(Label.Instance), "out")),
            new("Probes", Unit.Seconds, new Query(ProbeMetrics.Seconds.Now, "{{instance}}")),
            new("Certificates end in", Unit.Seconds, new Query(ProbeMetrics.CertificateExpiry.Now - Expr.Time, "{{instance}}")),
        ]),
        new("jobswipe-database", "Database and backups", "PostgreSQL, its migrations, its backups.",
        [
            Number("Age of the newest backup", Unit.Seconds, Expr.Time - BackupMetrics.Newest.Where(Production).Now),
            Number("Age of the last proof", Unit.Seconds, Expr.Time - BackupMetrics.Proved.Where(Production).Now),
            Number("Time to restore", Unit.Seconds, BackupMetrics.RestoreSeconds.Where(Production).Now),
            Number("Data that could be lost", Unit.Seconds, Expr.Time - BackupMetrics.WalRestorableUntil.Where(Production).Now),
            Number("Migrations in force", Unit.Count, MigrationMetrics.Applied.Now),
            Number("Unfinished or unusable", Unit.Count, MigrationMetrics.Unfinished.Now + MigrationMetrics.InvalidIndexes.Now),
            new("Connections by state", Unit.Count, new Query(PostgresMetrics.Activity.Now.SumBy(Label.State), "{{state}}"), new Query(PostgresMetrics.MaxConnections.Now.Max(), "limit")),
            new("Transactions", Unit.PerMinute, new Query(PostgresMetrics.Commits.Rate(Window).SumBy(Label.DatabaseName) * 60, "{{datname}} committed"), new Query(PostgresMetrics.Rollbacks.Rate(Window).SumBy(Label.DatabaseName) * 60, "{{datname}} rolled back")),
            new("Blocks found in memory", Unit.Ratio, new Query(PostgresMetrics.BlocksHit.Rate(Window).Sum() / (PostgresMetrics.BlocksHit.Rate(Window).Sum() + PostgresMetrics.BlocksRead.Rate(Window).Sum()), "share")),
            new("Oldest transaction", Unit.Seconds, new Query(PostgresMetrics.LongestTransaction.Now.MaxBy(Label.DatabaseName), "{{datname}}")),
            new("Size", Unit.Bytes, new Query(PostgresMetrics.DatabaseSize.Now, "{{datname}}")),
            new("Locks", Unit.Count, new Query(PostgresMetrics.Locks.Now.SumBy(Label.Mode), "{{mode}}")),
            new("Backups", Unit.Bytes, new Query(BackupMetrics.StoredBytes.Where(Production).Now, "newest, as stored"), new Query(BackupMetrics.StoreBytes.Where(Production).Now, "all")),
            new("WAL", Unit.Bytes, new Query(BackupMetrics.WalSlotBytes.Where(Production).Now, "kept for the archiver")),
        ]),
        new("jobswipe-releases", "Releases", "Deployments, scans, and the monitoring itself.",
        [
            Number("Last deployment", Unit.Seconds, Expr.Time - DeliveryMetrics.LastSuccess.Where(Production).Now),
            Number("Deployments, 28 days", Unit.Count, DeliveryMetrics.Deployments.Where(Production).Now),
            Number("Failed", Unit.Ratio, DeliveryMetrics.ChangeFailureRatio.Where(Production).Now),
            Number("Lead time", Unit.Seconds, DeliveryMetrics.LeadTime.Where(Production).Now),
            Number("Time to restore", Unit.Seconds, DeliveryMetrics.TimeToRestore.Where(Production).Now),
            Number("Gate passed", Unit.Count, SecurityMetrics.GatePassed.Now),
            new("Machines by age", Unit.Seconds, new Query(AppMetrics.Uptime.Now, "{{instance}}")) { Description = "A deployment begins anew." },
            new("Findings", Unit.Count, new Query(SecurityMetrics.Findings.Now.SumBy(Label.Severity, Label.State), "{{severity}} {{state}}")),
            new("Last run of scanners", Unit.Seconds, new Query(Expr.Time - SecurityMetrics.ScannerLastSuccess.Now, "{{tool}}")),
            new("Time of rules", Unit.Seconds, new Query(PrometheusMetrics.RuleSeconds.Now.Sum(), "all groups")),
            new("Series", Unit.Count, new Query(PrometheusMetrics.HeadSeries.Now, "in memory")),
            new("Messages", Unit.PerMinute, new Query(PrometheusMetrics.MessagesSent.Where(Label.Integration.Matches("slack|email")).Rate(Window).SumBy(Label.Integration) * 60, "{{integration}}"), new Query(PrometheusMetrics.MessagesFailed.Where(Label.Integration.Matches("slack|email")).Rate(Window).SumBy(Label.Integration) * 60, "{{integration}} failed")),
        ]),
    ];

    /// <summary>Every query, with where it is.</summary>
    public static IReadOnlyList<(string Where, string Query)> Queries { get; } =
        [.. All.SelectMany(dashboard => dashboard.Panels.SelectMany(panel => panel.Queries.Select(query => ($"{dashboard.Title} / {panel.Title}", query.Value.Text))))];

    private static Panel Number(string title, Unit unit, Expr value) => new(title, unit, new Query(value, "")) { IsNumber = true };
}
