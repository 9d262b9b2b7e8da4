using JobSwipe.Monitoring.Configuration;
using JobSwipe.Monitoring.Fly;
using JobSwipe.Monitoring.Running;
using JobSwipe.Monitoring.Testing;

namespace JobSwipe.Monitoring.Tests;

public sealed class ServerSettingsTests
{
    [Fact]
    public void Prometheus() => new PrometheusSettings("p.yml", "/data", "127.0.0.1:9090", Pace.Production).ToArguments().ShouldBe(
        ["--config.file=p.yml", "--storage.tsdb.path=/data", "--storage.tsdb.retention.time=37d", "--web.listen-address=127.0.0.1:9090", "--rules.alert.resend-delay=10s"]);

    [Fact]
    public void Alertmanager() => new AlertmanagerSettings("a.yml", "/data", "127.0.0.1:9093").ToArguments().ShouldBe(
        ["--config.file=a.yml", "--storage.path=/data", "--web.listen-address=127.0.0.1:9093", "--cluster.listen-address="]);

    [Fact]
    public void Postgres_exporter_gets_no_address_as_an_argument() =>
        new PostgresExporterSettings("127.0.0.1:9187", "q.yml").ToArguments().ShouldBe(["--web.listen-address=127.0.0.1:9187", "--extend.query-path=q.yml"]);

    [Fact]
    public void Blackbox_exporter() =>
        new BlackboxSettings("127.0.0.1:9115", "b.yml").ToArguments().ShouldBe(["--web.listen-address=127.0.0.1:9115", "--config.file=b.yml", "--timeout-offset=0.05"]);

    [Fact]
    public void Amtool_tests_a_route() => AmtoolSettings.TestRoute("a.yml", "page", new Dictionary<string, string> { ["severity"] = "critical" }).ShouldBe(
        ["config", "routes", "test", "--config.file=a.yml", "--verify.receivers=page", "severity=critical"]);

    [Fact]
    public void Amtool_adds_a_silence() => AmtoolSettings.AddSilence(new Uri("http://127.0.0.1:9093"), TimeSpan.FromMinutes(15), "me", "deploying", "severity=\"warning\"").ShouldBe(
        ["silence", "add", "--alertmanager.url=http://127.0.0.1:9093/", "--duration=15m", "--author=me", "--comment=deploying", "severity=\"warning\""]);

    [Fact]
    public void Flyctl_deploys_from_a_folder() => FlyMonitoringSettings.Deploy("jobswipe-grafana", "/m", "/m/fly.toml", "/m/Dockerfile").ShouldBe(
        ["deploy", "/m", "--app", "jobswipe-grafana", "--config", "/m/fly.toml", "--dockerfile", "/m/Dockerfile", "--remote-only", "--ha=false", "--strategy", "immediate", "--yes"]);

    [Fact]
    public void Flyctl_makes_a_volume() => FlyMonitoringSettings.CreateVolume("jobswipe-prometheus", "iad", 6).ShouldBe(
        ["volumes", "create", "data", "--app", "jobswipe-prometheus", "--region", "iad", "--size", "6", "--yes"]);

    [Theory]
    [InlineData(1000, 1)]
    [InlineData(6000, 6)]
    [InlineData(60000, 54)]
    public void The_volume_holds_the_retention(int series, int gigabytes) => new VolumePlan(series, Pace.Production, TimeSpan.FromDays(37)).Gigabytes.ShouldBe(gigabytes);
}
