using JobSwipe.Monitoring.Catalogue;
using JobSwipe.Monitoring.Judging;

namespace JobSwipe.Monitoring.Tests;

public sealed class CatalogueTests
{
    [Fact]
    public void Names_are_unique() => MetricCatalogue.All.Select(metric => metric.Name).ShouldBeUnique();

    [Fact]
    public void Deliveries_metrics_are_what_the_ledger_writes() => ShouldDeclare(
        Releases.Metrics.PrometheusText.Write(new Dictionary<string, IReadOnlyList<Releases.Deployments.DeploymentRecord>> { ["production"] = [] }, DateTimeOffset.UnixEpoch), typeof(DeliveryMetrics));

    [Fact]
    public void Backups_metrics_are_named_in_the_source_that_writes_them() =>
        ShouldName(Repository.Read("src", "JobSwipe.Backups", "Status", "PrometheusText.cs"), typeof(BackupMetrics));

    [Fact]
    public void Security_metrics_are_named_in_the_source_that_writes_them() =>
        ShouldName(Repository.Read("src", "JobSwipe.Security", "Output", "SecurityMetrics.cs"), typeof(SecurityMetrics));

    private static void ShouldDeclare(string text, Type exporter)
    {
        var known = KnownMetrics.Parse(text);
        known.Names.Order().ShouldBe(MetricCatalogue.Of(exporter).Select(metric => metric.Name).Order());
    }

    private static void ShouldName(string source, Type exporter)
    {
        foreach (var metric in MetricCatalogue.Of(exporter))
        {
            source.ShouldContain($"\"{metric.Name}\"");
            foreach (var label in metric.Labels) source.ShouldContain($"{label.Name}=\\\"");
        }
    }
}
