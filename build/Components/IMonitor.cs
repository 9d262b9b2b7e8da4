using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using JobSwipe.Monitoring.Configuration;
using JobSwipe.Monitoring.Dashboards;
using JobSwipe.Monitoring.Drill;
using JobSwipe.Monitoring.Fly;
using JobSwipe.Monitoring.Judging;
using JobSwipe.Monitoring.Running;
using JobSwipe.Releases.Fly;
using JobSwipe.Tools.Installing;
using JobSwipe.Tools.Processes;
using Nuke.Common;
using Nuke.Common.IO;
using Serilog;

namespace Components;

/// <summary>Rules, dashboards and routes of the monitoring, from code; and whether they do what they should.</summary>
interface IMonitor : IDeploy
{
    [Parameter("Prometheus rules of somebody else, to be judged")]
    AbsolutePath Rules => TryGetValue(() => Rules);

    [Parameter("What is exported, for --rules: a file in Prometheus' text format or an address; this build's own catalogue without it")]
    string Metrics => TryGetValue(() => Metrics);

    [Parameter("Faults that the detection drill injects, separated by spaces: killed, hung, errors, slow, database, disk, backup, prometheus; all without it", Separator = " ")]
    string[] Faults => TryGetValue(() => Faults) ?? [];

    [Parameter("Times of the monitoring on this machine: steady (seconds), fast (a scrape that fails is an outage), or production")]
    string Pace => TryGetValue(() => Pace) ?? "steady";

    [Parameter("Port of Prometheus on this machine; a free one without it")]
    int? PrometheusPort => TryGetValue<int?>(() => PrometheusPort);

    [Parameter("Address of Alertmanager")]
    string AlertmanagerUrl => TryGetValue(() => AlertmanagerUrl);

    [Parameter("How many minutes warnings are silenced, 60 at most")]
    int? SilenceMinutes => TryGetValue<int?>(() => SilenceMinutes);

    [Parameter("Slug of the organization on Fly")]
    string FlyOrganization => TryGetValue(() => FlyOrganization) ?? "personal";

    AbsolutePath MonitoringDirectory => ArtifactsDirectory / "monitoring";

    AbsolutePath MonitoringMarker => MonitoringDirectory / "up.txt";

    Target MonitoringGenerate => _ => _
        .Description("Write Prometheus' rules and their tests, Alertmanager's routes, Grafana's dashboards, fly.toml and runbooks from the typed source")
        .Executes(() =>
        {
            foreach (var file in GeneratedFiles.Write(RootDirectory)) Log.Information("{File}", file);
        });

    Target MonitoringTest => _ => _
        .Description("Test every alert with promtool (fires, is quiet) and amtool (goes where it should); with --rules, say what is wrong with somebody else's")
        .Executes(async () =>
        {
            if (Rules is not null)
            {
                var known = Metrics is null ? KnownMetrics.Catalogue : await KnownMetrics.ReadAsync(Metrics, Interruption.Token);
                var findings = RuleJudge.Judge(Rules, known);
                foreach (var finding in findings) Log.Warning("{Line}: {Rule}: {Kind}: {Problem}", finding.Line, finding.Rule, finding.Kind, finding.Problem);
                if (findings.Count > 0) throw new RulesJudged(findings.Count, Rules);
                return;
            }
            await ToolsAsync();
            await JobSwipe.Monitoring.Testing.MonitoringTest.RunAsync(Log.Information, Interruption.Token);
        });

    Target MonitoringUp => _ => _
        .Description("Prometheus, Alertmanager and exporters on this machine, watching JobSwipe, until MonitoringDown or Ctrl-C")
        .DependsOn<IBuildImage>(x => x.CompileApplication)
        .Executes(async () =>
        {
            await ToolsAsync();
            await using var local = await LocalMonitoring.StartAsync(Watched(), Interruption.Token);
            Log.Information("Prometheus {Url}", local.PrometheusUrl);
            Log.Information("Alertmanager {Url}", local.AlertmanagerUrl);
            Log.Information("JobSwipe {Url}", local.ServiceUrl);
            await local.UntilRemovedAsync(MonitoringMarker, Interruption.Token);
        });

    Target MonitoringDown => _ => _
        .Description("End what MonitoringUp started")
        .Executes(() => Log.Information(File.Exists(MonitoringMarker) ? "It ends within a few seconds" : "Nothing runs"))
        .Executes(() => MonitoringMarker.DeleteFile());

    Target DetectionDrill => _ => _
        .Description("Break a watched JobSwipe in eight ways and measure from the fault to the message and its end (--faults, --pace)")
        .DependsOn<IBuildImage>(x => x.CompileApplication)
        .Executes(async () =>
        {
            var faults = JobSwipe.Monitoring.Drill.Faults.Named(Faults);
            await ToolsAsync();
            var result = await JobSwipe.Monitoring.Drill.DetectionDrill.RunAsync(Watched(), faults, AllDashboards.Queries, Interruption.Token);
            foreach (var line in result.Table()) Log.Information("{Line}", line);
            result.Save(MonitoringDirectory / "drill.json");
            Log.Information("{Panels} queries of panels answered; all rules take {Milliseconds} ms", result.Panels.Count(panel => panel.Series > 0), result.RuleMilliseconds);
            ReportSummary(_ => { _["Detection"] = $"{result.MeanSeconds:0.0} s"; return _; });
            result.Require();
        });

    Target MonitoringSilence => _ => _
        .Description("Keep warnings quiet while somebody deploys (--alertmanager-url, --reason, --silence-minutes); pages come through")
        .Requires(() => AlertmanagerUrl)
        .Requires(() => Reason)
        .Executes(async () =>
        {
            await ToolsAsync();
            Log.Information("Silence {Id}", await DeploymentSilence.AddAsync(AlertmanagerUrl, SilenceMinutes ?? 15, Environment.UserName, Reason, Interruption.Token));
        });

    Target DeployMonitoring => _ => _
        .Description("Put Prometheus, Alertmanager and Grafana on Fly as three apps (--fly-organization); secrets come from variables")
        .Executes(() =>
        {
            var (mail, password) = MailRoute.Parse(SmtpUrl, MailFrom, MailTo);
            var secrets = FlyApps.All.SelectMany(app => app.Secrets.Keys).Distinct().ToDictionary(name => name, Environment.GetEnvironmentVariable);
            secrets["SMTP_PASSWORD"] = password;
            secrets["SLACK_WEBHOOK"] = SlackWebhook;
            return new MonitoringDeployment(arguments => FlyPlatform.Fly(FlyApiToken).Command(arguments), FlyOrganization, RootDirectory / ".github" / "monitoring", Log.Information).RunAsync(secrets, mail, Interruption.Token);
        });

    private Task ToolsAsync() => Installer.EnsureAsync(ExternalTool.Monitoring.Append(ExternalTool.PostgresServer), InstallTools, Log.Information, Interruption.Token);

    private StackSettings Watched() => new()
    {
        Pace = JobSwipe.Monitoring.Configuration.Pace.Named(Pace),
        Service = PublishDirectory / "JobSwipe.Reference",
        Sql = [File.ReadAllText(Application / "migrations" / "0001_baseline.sql"), File.ReadAllText(Application / "seed.sql")],
        PrometheusPort = PrometheusPort ?? 0,
        Say = Log.Information,
    };
}
