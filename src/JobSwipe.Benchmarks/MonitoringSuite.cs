using JobSwipe.Monitoring.Alerts;
using JobSwipe.Monitoring.Configuration;
using JobSwipe.Monitoring.Dashboards;
using JobSwipe.Monitoring.Drill;
using JobSwipe.Monitoring.Running;

namespace JobSwipe.Benchmarks;

/// <summary>From the fault to the message, and what the rules and dashboards cost.</summary>
public static class MonitoringSuite
{
    private const int Runs = 5;

    // Seconds, measured of Prometheus 2.42 and Alertmanager 0.25 with one rule, scrape 1 s, for: 0s, group_wait 0s, five runs each.
    private const double KilledFloor = 0.90;
    private const double HungFloor = 1.92;

    /// <summary>Measures all.</summary>
    public static Suite Run(BenchmarkSettings settings)
    {
        settings.Say("compiling the application");
        new Program("bash", settings.Root, Path.Combine(settings.Root, "build.sh"), "CompileApplication").Measure();
        var application = Path.Combine(settings.Root, "src", "JobSwipe.Reference");
        var faults = Faults.Named([.. Enumerable.Repeat<string[]>(["killed", "hung"], Runs).SelectMany(names => names)]);
        var result = DetectionDrill.RunAsync(new StackSettings
        {
            Pace = Pace.Fast,
            Service = Path.Combine(settings.Root, "artifacts", "image", "publish", "JobSwipe.Reference"),
            Sql = [File.ReadAllText(Path.Combine(application, "migrations", "0001_baseline.sql")), File.ReadAllText(Path.Combine(application, "seed.sql"))],
            Say = settings.Say,
        }, faults, []).GetAwaiter().GetResult();
        result.Require();

        settings.Say($"the report of {ReportBenchmark.Deployments:N0} deployments");
        var (built, opened) = ReportBenchmark.RunAsync(settings).GetAwaiter().GetResult();

        var sudden = AlertBook.At(Pace.Production).Alerts.Where(alert => alert is { IsSudden: true, Severity: Severity.Critical }).ToArray();
        return new Suite("monitoring",
        [
            new("killed to message, beside the floor", Told(result, "killed"), KilledFloor, 1.5, "s", Runs),
            new("hung to message, beside the floor", Told(result, "hung"), HungFloor, 1.5, "s", Runs),
            new("all rules once, beside what is allowed", result.RuleMilliseconds, 50, 1, "ms", 1),
            new($"slowest of {sudden.Length} critical alerts in production, computed", sudden.Max(alert => alert.Budget(Pace.Production).TotalSeconds), 120, 1, "s", 1),
            new("dead-man's switch in production, computed", Pace.Production.DeadManBudget.TotalSeconds, 120, 1, "s", 1),
            new("queries of the largest dashboard", AllDashboards.All.Max(dashboard => dashboard.Panels.Sum(panel => panel.Queries.Count)), 29, 1, "", 1),
            new($"report of {ReportBenchmark.Deployments:N0} deployments made, beside the time allowed", built, 2, 1, "s", ReportBenchmark.Runs),
            new("the same report opened in Chromium, beside the time allowed", opened, 1, 1, "s", ReportBenchmark.Runs),
        ]);
    }

    private static double Told(DrillResult result, string fault) => result.Faults.Where(one => one.Fault == fault).Select(one => one.SlackSeconds!.Value).Median();
}
