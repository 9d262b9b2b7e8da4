using JobSwipe.Monitoring.Expressions;
using static JobSwipe.Monitoring.Configuration.Yaml;

namespace JobSwipe.Monitoring.Configuration;

/// <summary>
/// Alertmanager's configuration (prometheus.io, alerting configuration). Every secret is in a file of its own, so that the configuration holds none.
/// </summary>
public static class AlertmanagerFile
{
    public const string Page = "page";
    public const string Tell = "tell";
    public const string Deadman = "deadman";
    public const string Nobody = "nobody";
    public const string PageFile = "page_url";
    public const string SlackFile = "slack_url";
    public const string DeadmanFile = "deadman_url";
    public const string SmtpFile = "smtp_password";

    /// <summary>The file.</summary>
    public static string Write(Pace pace, Topology topology) => Yaml.Write(Map(
        ("global", Map(
            ("smtp_smarthost", topology.Mail.Server),
            ("smtp_from", topology.Mail.From),
            ("smtp_require_tls", topology.SmtpTls),
            ("smtp_auth_username", topology.Mail.User),
            ("smtp_auth_password_file", topology.Mail.User is null ? null : Secret(topology, SmtpFile)))),
        ("route", Map(
            ("receiver", Tell),
            // One message for all machines that share a fault.
            ("group_by", List("alertname", "service")),
            ("group_wait", Duration.Text(pace.GroupWait)),
            ("group_interval", Duration.Text(pace.GroupInterval)),
            ("repeat_interval", "4h"),
            ("routes", List(
                Map(("receiver", Deadman), ("matchers", List("alertname=\"Watchdog\"")), ("group_wait", "0s"),
                    ("group_interval", Duration.Text(pace.Heartbeat)), ("repeat_interval", Duration.Text(pace.Heartbeat))),
                Map(("receiver", Nobody), ("matchers", List("severity=\"none\""))),
                Map(("receiver", Page), ("matchers", List("severity=\"critical\""))))))),
        ("inhibit_rules", Inhibitions()),
        ("receivers", List(
            Map(("name", Page), ("slack_configs", List(Slack(topology, PageFile, true), Slack(topology, SlackFile, true))), ("email_configs", Mail(topology))),
            Map(("name", Tell), ("slack_configs", List(Slack(topology, SlackFile, true))), ("email_configs", Mail(topology))),
            // Sent as a Slack message since only there Alertmanager 0.25 takes the address, which is a secret, from a file. Dead-man's switches take any POST.
            Map(("name", Deadman), ("slack_configs", List(Slack(topology, DeadmanFile, false)))),
            Map(("name", Nobody))))));

    /// <summary>What silences what: the cause of an outage its symptoms, those a burning budget, a critical alert the warning on the same subject.</summary>
    private static object[] Inhibitions() =>
    [
        Inhibition(["tier=\"database\"", "severity=\"critical\""], ["tier=~\"service|objective\"", "alertname!=\"ServiceDown\""]),
        Inhibition(["alertname=\"ServiceDown\""], ["tier=~\"service|objective\"", "alertname!=\"ServiceDown\""]),
        Inhibition(["alertname=\"DownJustNow\""], ["tier=\"service\"", "severity=\"critical\"", "alertname!=\"ServiceDown\""]),
        Inhibition(["alertname=\"DownRecently\""], ["tier=\"service\"", "severity=\"warning\""]),
        Inhibition(["tier=\"service\"", "severity=\"critical\""], ["tier=\"objective\""]),
        Inhibition(["alertname=\"OutageRecently\""], ["tier=\"objective\""]),
        Map(("source_matchers", List("severity=\"critical\"")), ("target_matchers", List("severity=\"warning\"")), ("equal", List("service", "subject"))),
        // The alert on the moment says what the budget will say for days.
        Inhibition(["alertname=~\"BackupMissed|BackupsStopped\""], ["slo=\"backup-age\""]),
        Inhibition(["alertname=\"DeploymentFailed\""], ["slo=\"deployment-health\""]),
        Inhibition(["alertname=~\"MigrationUnfinished|IndexInvalid\""], ["slo=\"migration-state\""]),
        Inhibition(["alertname=\"CeleryBacklog\""], ["slo=\"queue-age\""]),
        // A target that is gone explains that its metrics are, also until both rules have seen it come back.
        Inhibition(["alertname=~\"TargetMissing|ServiceDown|DatabaseDown|RedisDown|DownJustNow\""], ["alertname=~\"MetricsMissing|ExporterDown\""]),
    ];

    private static Dictionary<string, object> Inhibition(string[] source, string[] target) =>
        Map(("source_matchers", source), ("target_matchers", target), ("equal", List("service")));

    private static Dictionary<string, object> Slack(Topology topology, string file, bool resolved) => Map(
        ("api_url_file", Secret(topology, file)),
        ("send_resolved", resolved),
        ("title", "{{ .Status | toUpper }} {{ .CommonLabels.alertname }} ({{ .CommonLabels.severity }})"),
        ("text", "{{ .CommonAnnotations.summary }}\n{{ range .Alerts }}{{ .Annotations.description }}\n{{ end }}{{ (index .Alerts 0).Annotations.runbook_url }}"));

    private static object[] Mail(Topology topology) =>
    [
        Map(("to", topology.Mail.To), ("send_resolved", true),
            ("headers", Map(("Subject", "{{ .Status | toUpper }} {{ .CommonLabels.alertname }} ({{ .CommonLabels.severity }})"))),
            ("html", ""),
            ("text", "{{ .CommonAnnotations.summary }}\n{{ range .Alerts }}{{ .Annotations.description }}\n{{ end }}{{ (index .Alerts 0).Annotations.runbook_url }}\n")),
    ];

    private static string Secret(Topology topology, string name) => $"{topology.SecretsFolder.TrimEnd('/')}/{name}";
}
