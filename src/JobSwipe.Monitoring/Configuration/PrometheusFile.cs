using JobSwipe.Monitoring.Expressions;
using static JobSwipe.Monitoring.Configuration.Yaml;

namespace JobSwipe.Monitoring.Configuration;

/// <summary>Prometheus' configuration (prometheus.io, configuration).</summary>
public static class PrometheusFile
{
    /// <summary>The file.</summary>
    public static string Write(Pace pace, Topology topology) => Yaml.Write(Map(
        ("global", Map(
            ("scrape_interval", Duration.Text(pace.Scrape)),
            ("scrape_timeout", Duration.Text(pace.Timeout)),
            ("evaluation_interval", Duration.Text(pace.Evaluate)))),
        ("rule_files", List(topology.RulesFile)),
        ("alerting", Map(("alertmanagers", List(Map(("static_configs", Static([topology.Alertmanager]))))))),
        ("scrape_configs", topology.Jobs.Select(job => Job(job, pace)).ToArray())));

    private static Dictionary<string, object> Job(ScrapeJob job, Pace pace) => Map(
        ("job_name", job.Name),
        ("scrape_interval", job.AtLeast > pace.Scrape ? Duration.Text(job.AtLeast) : null),
        ("scrape_timeout", job.AtLeast > pace.Scrape ? Duration.Text(job.AtLeast - TimeSpan.FromMilliseconds(100)) : null),
        ("honor_labels", job.HonorLabels ? true : null),
        ("metrics_path", job.Path == "/metrics" ? null : job.Path),
        ("scheme", job.Scheme == "http" ? null : job.Scheme),
        ("params", job.Query.Count == 0 ? null : job.Query),
        ("authorization", job.Authorization is { } login ? Map(("type", login.Type), ("credentials_file", login.File)) : null),
        ("static_configs", job.Dns is null ? Static(job.Targets) : null),
        ("dns_sd_configs", job.Dns is { } dns ? List(Map(("names", List(dns.Name)), ("type", "AAAA"), ("port", dns.Port), ("refresh_interval", "10s"))) : null),
        ("relabel_configs", job.Prober is { } prober ? Through(prober) : null));

    // The blackbox exporter is asked, and told the target as a parameter (its README).
    private static object[] Through(string prober) =>
    [
        Map(("source_labels", List("__address__")), ("target_label", "__param_target")),
        Map(("source_labels", List("__param_target")), ("target_label", "instance")),
        Map(("target_label", "__address__"), ("replacement", prober)),
    ];

    private static object[] Static(IReadOnlyList<string> targets) => [Map(("targets", targets))];
}
