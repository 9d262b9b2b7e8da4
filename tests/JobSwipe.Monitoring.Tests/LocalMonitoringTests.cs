using System.Net;
using System.Net.Sockets;
using JobSwipe.Backups;
using JobSwipe.Monitoring.Catalogue;
using JobSwipe.Monitoring.Configuration;
using JobSwipe.Monitoring.Drill;
using JobSwipe.Monitoring.Judging;
using JobSwipe.Monitoring.Running;
using JobSwipe.Tools.Installing;

namespace JobSwipe.Monitoring.Tests;

/// <summary>The catalogue against running exporters.</summary>
public sealed class LocalMonitoringTests
{
    // A service without errors has no series of errors; those are compared by what it declares.
    [Fact]
    public async Task Every_metric_of_the_catalogue_is_exported_with_its_labels()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var local = await LocalMonitoring.StartAsync(Drills.Settings(_ => { }), cancellation);
        var prometheus = new PrometheusClient(local.PrometheusUrl);
        await Until(async () => await prometheus.NumberOrAsync("count(up == 1)", 0, cancellation) >= Jobs.Always.Count, cancellation);
        await Until(async () => await prometheus.NumberOrAsync("count(pg_stat_database_xact_commit)", 0, cancellation) > 0, cancellation);

        using var http = new HttpClient();
        var service = KnownMetrics.Parse(await http.GetStringAsync(new Uri(local.ServiceUrl, "/metrics"), cancellation));
        ShouldExport(service, typeof(AppMetrics));
        // Every metric that the service feeds is known; the rest of what it exports is .NET's own.
        service.Names.Where(name => name.StartsWith("api_", StringComparison.Ordinal) || name.StartsWith("database_", StringComparison.Ordinal) || name.StartsWith("job", StringComparison.Ordinal)).Except(KnownMetrics.Catalogue.Names).ShouldBeEmpty();
        var exporters = KnownMetrics.Parse("");
        foreach (var target in await prometheus.TargetsAsync(cancellation)) exporters = exporters.And(KnownMetrics.Parse(await http.GetStringAsync(target, cancellation)));
        foreach (var exporter in new[] { typeof(NodeMetrics), typeof(PostgresMetrics), typeof(MigrationMetrics), typeof(ProbeMetrics) }) ShouldExport(exporters, exporter);
        foreach (var metric in MetricCatalogue.Of(typeof(PrometheusMetrics)))
            (exporters.Has(metric.Name) || await prometheus.NumberAsync($"count({metric.Name})", cancellation) > 0).ShouldBeTrue(metric.Name);
    }

    [Fact]
    public async Task Refuses_a_port_that_is_taken()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        (await Should.ThrowAsync<PortTaken>(() => LocalMonitoring.StartAsync(Drills.Settings(_ => { }) with { PrometheusPort = port }, TestContext.Current.CancellationToken))).Problem.ShouldContain($"{port}");
    }

    [Fact]
    public void A_tool_that_is_missing_names_its_package() =>
        new ToolsMissing([ExternalTool.Prometheus, ExternalTool.Alertmanager]).Message.ShouldContain("sudo apt-get install prometheus prometheus-alertmanager");

    private static void ShouldExport(KnownMetrics exported, Type exporter)
    {
        foreach (var metric in MetricCatalogue.Of(exporter))
            foreach (var series in metric.Series)
            {
                // TLS alone has certificates, and the probes here ask without.
                if (metric == ProbeMetrics.CertificateExpiry) continue;
                exported.Has(series).ShouldBeTrue($"{exporter.Name}: {series}");
                foreach (var label in metric.Labels) exported.Has(series, label.Name).ShouldBeTrue($"{series} has no {label}");
                exported.LabelsOf(series).Except(metric.Labels.Select(label => label.Name)).Except(["*", "le"]).ShouldBeEmpty(series);
            }
    }

    private static async Task Until(Func<Task<bool>> condition, CancellationToken cancellation)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        while (!await condition())
        {
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
            await Task.Delay(100, cancellation);
        }
    }
}
