using JobSwipe.Monitoring.Catalogue;
using JobSwipe.Monitoring.Configuration;
using JobSwipe.Monitoring.Expressions;

namespace JobSwipe.Monitoring.Alerts;

/// <summary>The monitoring itself.</summary>
internal static class MonitoringAlerts
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly Runbook Helper = new("An outage is going on, or was a short while ago.", "None: this alert reaches nobody. It keeps what an outage leaves behind in the windows of other rules from being a second page.",
        ["The alert that it follows."], ["Nothing."], Runbook.NothingToTakeBack);

    public static IEnumerable<Alert> All(Pace pace)
    {
        yield return new Alert
        {
            Name = "Watchdog",
            Severity = Severity.None, Tier = Tier.Monitoring, Subject = "watchdog",
            When = new Expr("vector(1)"),
            For = TimeSpan.Zero,
            Summary = "The monitoring works.",
            Description = "This alert always fires. The dead-man's switch outside alarms when it is not heard any more.",
            Runbook = new("It always fires. When the dead-man's switch calls you, Prometheus, Alertmanager or the way out of Fly is dead.", "Nobody hears of any fault.",
                ["`flyctl status --app jobswipe-prometheus` and `flyctl status --app jobswipe-alertmanager`.", "`flyctl logs --app jobswipe-prometheus`: a full volume ends it."],
                ["`flyctl machine restart <id> --app jobswipe-prometheus`.", "A configuration that it does not take: `./build.sh MonitoringTest`, then `./build.sh DeployMonitoring`.", "A full volume: `flyctl volumes extend <volume> --size 20 --app jobswipe-prometheus`."], "Deploy the monitoring of the commit before: `git checkout <commit>` and `./build.sh DeployMonitoring`."),
            Firing = Scenario.Of().Fires("This alert always fires. The dead-man's switch outside alarms when it is not heard any more."),
            // There is none: DetectionDrill kills Prometheus and hears the switch.
            Quiet = Scenario.Of(),
        };
        yield return new Alert
        {
            Name = "TargetMissing",
            Severity = Severity.Critical, Tier = Tier.Monitoring, Subject = "target", IsSudden = true,
            // up == 0 never fires for a target that is not even looked for.
            When = Jobs.Always.Select(job => PrometheusMetrics.Up.Where(Label.Job.Is(job)).Absent()).Aggregate((one, other) => one.Or(other)),
            For = pace.Symptom,
            Summary = "Something is not watched any more.",
            Description = "No target of the job {{ $labels.job }} is there.",
            Runbook = new("Prometheus has no target for a job: its name does not resolve, or it was removed from the configuration.", "Faults of it are not seen; for the job `api` it also means that no machine runs.",
                ["`flyctl machine list --app jobswipe`: without machines their internal name does not resolve.", "`./build.sh MonitoringTest` tells whether the configuration is whole."],
                ["Start the machines of the app that is gone.", "`./build.sh DeployMonitoring` brings the committed configuration back."], "Deploy the monitoring of the commit before: `git checkout <commit>` and `./build.sh DeployMonitoring`."),
            Firing = Scenario.Of([.. Jobs.Always.Skip(1).Select(job => ((Series)PrometheusMetrics.Up.Where(Label.Job.Is(job)), "1x20"))]).Fires("No target of the job api is there.", ("job", Jobs.Api)),
            Quiet = Scenario.Of([.. Jobs.Always.Select(job => ((Series)PrometheusMetrics.Up.Where(Label.Job.Is(job)), "1x20"))]),
        };
        yield return new Alert
        {
            Name = "MetricsMissing",
            Severity = Severity.Warning, Tier = Tier.Monitoring, Subject = "metrics",
            // Each is what a critical alert reads, from a target that can be up without it.
            When = Partners().Select(series => series.Absent()).Aggregate((one, other) => one.Or(other)),
            For = pace.Patience(Minute * 15),
            Summary = "Something that alerts read is not exported any more.",
            Description = "A metric that alerts depend on is missing; they are silent.",
            Runbook = new("A metric that a critical alert reads is not there, though its target answers.", "That alert is silent, whatever happens.",
                ["`./build.sh MonitoringTest` compares the rules with what is exported.", "Ask Prometheus for each of `api_requests_total`, `pg_up`, `redis_up`, `node_filesystem_avail_bytes`, `probe_success`, `jobswipe_backup_newest_timestamp_seconds`."],
                ["When a release renamed it: roll back, or rename it in the catalogue and `./build.sh MonitoringGenerate`.", "When nothing is pushed: `./build.sh BackupStatus --delivery-environment production`."], Runbook.ToFormerRelease),
            Firing = Scenario.Of([.. Partners().Skip(1).Select(series => (series, "1x40"))]).After(Minute * 20).Fires("A metric that alerts depend on is missing; they are silent."),
            Quiet = Scenario.Of([.. Partners().Select(series => (series, "1x40"))]).After(Minute * 20),
        };
        yield return new Alert
        {
            Name = "ExporterDown",
            Severity = Severity.Warning, Tier = Tier.Monitoring, Subject = "exporter",
            When = PrometheusMetrics.Up.Where(Label.Job.Matches(Jobs.Exporters)).Now.Equal(0),
            For = pace.Patience(Minute * 3),
            Summary = "An exporter does not answer.",
            Description = "{{ $labels.job }} at {{ $labels.instance }} cannot be scraped.",
            Runbook = new("A source of metrics does not answer; for the job `fly`: the token is wrong or has expired.", "What it measures is not watched.",
                ["The page /targets of Prometheus (`flyctl proxy 9090 --app jobswipe-prometheus`) names the error.", "For `fly`: 401 is a wrong token."],
                ["Restart it: `flyctl machine restart <id> --app jobswipe-prometheus`.", "A new token: see [Key rotation](key-rotation.md)."], Runbook.NothingToTakeBack),
            Firing = Scenario.Of((Exporter, "0x20")).Fires("node at n:9100 cannot be scraped.", ("job", Jobs.Node), ("instance", "n:9100")),
            Quiet = Scenario.Of((Exporter, "0 0 1x20")),
        };
        yield return new Alert
        {
            Name = "MessagesFail",
            Severity = Severity.Critical, Tier = Tier.Monitoring, Subject = "messages",
            When = PrometheusMetrics.MessagesFailed.Where().Rate(pace.Window(Minute * 5)).SumBy(Label.Integration) / PrometheusMetrics.MessagesSent.Where().Rate(pace.Window(Minute * 5)).SumBy(Label.Integration) > 0.05,
            For = pace.Patience(Minute * 5),
            Summary = "Messages of alerts do not arrive.",
            Description = "{{ $value | humanizePercentage }} of the messages by {{ $labels.integration }} failed.",
            Runbook = new("Alertmanager cannot deliver through one of its ways.", "Alerts are seen only by those who listen on the others.",
                ["`flyctl logs --app jobswipe-alertmanager` names the answer of the other side.", "Wrong token: 401 or 403. Gone webhook: 404 or 410."],
                ["A new webhook, key or password: see [Key rotation](key-rotation.md)."], Runbook.NothingToTakeBack),
            Firing = Scenario.Of((Sent, "0+10x30"), (Failed, "0+5x30")).After(Minute * 20).Fires("50% of the messages by slack failed.", ("integration", "slack")),
            Quiet = Scenario.Of((Sent, "0+100x30"), (Failed, "0+1x30")).After(Minute * 20),
        };
        yield return new Alert
        {
            Name = "RulesFail",
            Severity = Severity.Warning, Tier = Tier.Monitoring, Subject = "rules",
            When = (PrometheusMetrics.RuleFailures.Where().Increase(pace.Window(Minute * 5)).SumBy(Label.RuleGroup) > 0).Or(PrometheusMetrics.ConfigLoaded.Now.Equal(0)),
            For = pace.Patience(Minute * 5),
            Summary = "Prometheus cannot work as it is told.",
            Description = "A rule fails, or the configuration was not taken.",
            Runbook = new("A rule cannot be evaluated, often for duplicate series, or a new configuration was refused and the old one is in force.", "Alerts of that rule are silent.",
                ["`flyctl logs --app jobswipe-prometheus` names the rule.", "`./build.sh MonitoringTest` runs all rules on sample data."], ["Mend the rule, `./build.sh MonitoringGenerate`, `./build.sh DeployMonitoring`."], "Deploy the monitoring of the commit before: `git checkout <commit>` and `./build.sh DeployMonitoring`."),
            Firing = Scenario.Of((PrometheusMetrics.ConfigLoaded.Where(Label.Instance.Is("p:9090")), "0x20")).Fires("A rule fails, or the configuration was not taken.", ("instance", "p:9090")),
            Quiet = Scenario.Of((PrometheusMetrics.ConfigLoaded.Where(Label.Instance.Is("p:9090")), "1x20"), (PrometheusMetrics.RuleFailures.Where(Label.RuleGroup.Is("service")), "3x20")),
        };
        yield return new Alert
        {
            Name = "DownJustNow",
            Severity = Severity.None, Tier = Tier.Monitoring, Subject = "down",
            // As long as the windows of symptoms that wake somebody, and until scrapes and rules have seen the end. Longer would hide the next fault.
            When = PrometheusMetrics.Alerts.Where(Label.AlertName.Matches("ServiceDown|DatabaseDown"), Label.AlertState.Is("firing")).MaxOver(pace.Window(Minute) + pace.Scrape * 3).Max() > 0,
            For = TimeSpan.Zero,
            Summary = "The service or its database was down a moment ago.",
            Description = "Inhibits critical symptoms: answers that an outage delayed or failed stay in their windows for a while.",
            Runbook = Helper,
            Firing = Scenario.Of((PrometheusMetrics.Up.Where(Label.Job.Is(Jobs.Api)), "1 1 0 0 0 1x20")).After(Minute * 5).Fires("Inhibits critical symptoms: answers that an outage delayed or failed stay in their windows for a while."),
            Quiet = Scenario.Of((PrometheusMetrics.Up.Where(Label.Job.Is(Jobs.Api)), "1 1 0 0 0 1x20")).After(Minute * 8),
        };
        yield return new Alert
        {
            Name = "DownRecently",
            Severity = Severity.None, Tier = Tier.Monitoring, Subject = "down",
            When = PrometheusMetrics.Alerts.Where(Label.AlertName.Matches("ServiceDown|DatabaseDown"), Label.AlertState.Is("firing")).MaxOver(pace.Window(Minute * 15)).Max() > 0,
            For = TimeSpan.Zero,
            Summary = "The service or its database was down within a quarter of an hour.",
            Description = "Inhibits warnings of symptoms: answers that an outage delayed or failed stay in their windows for a while.",
            Runbook = Helper,
            Firing = Scenario.Of((PrometheusMetrics.Up.Where(Label.Job.Is(Jobs.Api)), "1 1 0 0 0 1x20")).After(Minute * 8).Fires("Inhibits warnings of symptoms: answers that an outage delayed or failed stay in their windows for a while."),
            Quiet = Scenario.Of((PrometheusMetrics.Up.Where(Label.Job.Is(Jobs.Api)), "1 1 0 0 0 1x40")).After(Minute * 30),
        };
        yield return new Alert
        {
            Name = "OutageRecently",
            Severity = Severity.None, Tier = Tier.Monitoring, Subject = "outage",
            When = PrometheusMetrics.Alerts.Where(Label.Severity.Is("critical"), Label.Tier.Matches("database|service"), Label.AlertState.Is("firing")).MaxOver(pace.Window(Minute * 30)).Max() > 0,
            For = TimeSpan.Zero,
            Summary = "There was a page within half an hour.",
            Description = "Inhibits pages of burning budgets: they would tell of the same outage again.",
            Runbook = Helper,
            Firing = Scenario.Of((PrometheusMetrics.Up.Where(Label.Job.Is(Jobs.Api)), "1 1 0 0 0 1x60")).After(Minute * 20).Fires("Inhibits pages of burning budgets: they would tell of the same outage again."),
            Quiet = Scenario.Of((PrometheusMetrics.Up.Where(Label.Job.Is(Jobs.Api)), "1 1 0 0 0 1x60")).After(Minute * 40),
        };
    }

    private static IEnumerable<Series> Partners() =>
    [
        AppMetrics.Requests.Where(), AppMetrics.RequestSeconds.Count(), NodeMetrics.MemoryAvailable.Where(), FlyMetrics.Up.Where(Label.App.Is("jobswipe")), PrometheusMetrics.ConfigLoaded.Where(), DeliveryMetrics.LastOutcomeGood.Where(), PostgresMetrics.Up.Where(), RedisMetrics.Up.Where(), NodeMetrics.DiskAvailable.Where(),
        ProbeMetrics.Success.Where(Label.Job.Is(Jobs.ProbePublic)), BackupMetrics.Newest.Where(Label.Environment.Is("production")), BackupMetrics.WalGaps.Where(Label.Environment.Is("production")),
        ProbeMetrics.CertificateExpiry.Where(), FlyMetrics.EdgeResponses.Where(Label.App.Is("jobswipe")), PrometheusMetrics.MessagesSent.Where(), PrometheusMetrics.MessagesFailed.Where(),
    ];

    private static GaugeSeries Exporter => PrometheusMetrics.Up.Where(Label.Job.Is(Jobs.Node), Label.Instance.Is("n:9100"));

    private static CounterSeries Sent => PrometheusMetrics.MessagesSent.Where(Label.Integration.Is("slack"));

    private static CounterSeries Failed => PrometheusMetrics.MessagesFailed.Where(Label.Integration.Is("slack"));
}
