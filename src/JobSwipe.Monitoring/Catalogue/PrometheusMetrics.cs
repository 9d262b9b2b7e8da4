namespace JobSwipe.Monitoring.Catalogue;

/// <summary>What Prometheus (2.42) makes itself, of itself and of Alertmanager (0.25). Tested against running ones.</summary>
public static class PrometheusMetrics
{
    public static Gauge Up { get; } = new("up", "1 when the target could be scraped");
    public static Gauge ScrapeSeconds { get; } = new("scrape_duration_seconds", "How long a scrape took");
    public static Gauge ScrapedSamples { get; } = new("scrape_samples_scraped", "Samples that a target gave");
    public static Gauge Alerts { get; } = new("ALERTS", "1 for every alert that is pending or fires",
        Label.AlertName, Label.AlertState, Label.Severity, Label.Service, Label.Tier, Label.Subject, Label.Slo);
    public static Gauge ConfigLoaded { get; } = new("prometheus_config_last_reload_successful", "1 when the configuration was taken");
    public static Counter RuleFailures { get; } = new("prometheus_rule_evaluation_failures_total", "Rules that could not be evaluated", Label.RuleGroup);
    public static Gauge RuleSeconds { get; } = new("prometheus_rule_group_last_duration_seconds", "How long a group of rules took", Label.RuleGroup);
    public static Gauge HeadSeries { get; } = new("prometheus_tsdb_head_series", "Series in memory");
    public static Counter NotificationsDropped { get; } = new("prometheus_notifications_dropped_total", "Alerts that did not reach Alertmanager");
    public static Counter MessagesSent { get; } = new("alertmanager_notifications_total", "Messages that Alertmanager sent", Label.Integration);
    public static Counter MessagesFailed { get; } = new("alertmanager_notifications_failed_total", "Messages that nobody took", Label.Integration);
}
