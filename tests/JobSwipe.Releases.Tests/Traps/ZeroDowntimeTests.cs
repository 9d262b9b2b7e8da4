using JobSwipe.Migrations;
using JobSwipe.Releases.Deployments;
using JobSwipe.Releases.Fly;
using JobSwipe.Releases.Smoke;
using JobSwipe.Releases.Tests.Deployments;
using JobSwipe.Storage;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Tests.Traps;

/// <summary>What users notice of a delivery: nothing. How late answers become meanwhile is measured by the benchmark suite, on a quiet machine.</summary>
public sealed class ZeroDowntimeTests(LocalPlatform platform, Databases databases)
{
    private const int PerSecond = 200;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_request_of_200_a_second_fails_over_a_migration_a_bluegreen_deployment_and_a_rollback()
    {
        using var folder = TemporaryFolder.Create();
        var app = $"zero-{Guid.NewGuid().ToString("N")[..8]}";
        var target = await TargetAsync(folder.Path, app);
        var (one, two) = (platform.Release("one"), platform.Release("two"));
        await new Flyctl(target.Platform).CreateAppAsync(app, Cancellation);
        try
        {
            await DeployAsync(new DeploymentRequest { Release = one });
            File.WriteAllText(Path.Combine(target.Config.Migrations!, "0002_swipes.sql"), "-- phase: expand\ncreate table swipes (job int not null references jobs (id));\n");
            await using var probe = TrafficProbe.Start(await new Flyctl(target.Platform).UrlAsync(app, Cancellation), "/", PerSecond);

            var deployed = await DeployAsync(new DeploymentRequest { Release = two });
            var back = await DeployAsync(new DeploymentRequest { Release = one, IsRollback = true });

            var report = await probe.StopAsync();
            report.FirstFailure.ShouldBeNull(report.ToString());
            report.Requests.ShouldBeGreaterThan(PerSecond);
            deployed.Steps.Single(step => step.Name == "migrate").Detail.ShouldContain("1 applied");
            back.Outcome.ShouldBe(DeploymentOutcome.Succeeded);
            (await Migrator.StatusAsync(target.Database, new MigrationOptions { ScriptsFolder = target.Config.Migrations! }, Cancellation)).Head.ShouldBe("0002_swipes");
        }
        finally
        {
            await target.Platform.Command("apps", "destroy", app, "--yes").RunAsync(CancellationToken.None);
        }

        Task<DeploymentRecord> DeployAsync(DeploymentRequest request) =>
            new Deployment(target, new SmokePlan([new HttpCheck { Name = "answers", Path = "/" }], []), folder.Path, _ => { }).RunAsync(request, Cancellation);
    }

    private async Task<DeliveryTarget> TargetAsync(string folder, string app)
    {
        var migrations = Directory.CreateDirectory(Path.Combine(folder, "migrations")).FullName;
        await File.WriteAllTextAsync(Path.Combine(migrations, "0001_jobs.sql"), "create table jobs (id int primary key);\n", Cancellation);
        var toml = Path.Combine(folder, "fly.toml");
        await File.WriteAllTextAsync(toml, $$"""
            app = "{{app}}"
            primary_region = "iad"
            kill_timeout = "3s"
            [http_service]
            internal_port = 8080
            [[http_service.checks]]
            path = "/health"
            interval = "1s"
            timeout = "1s"
            """, Cancellation);
        return new DeliveryTarget
        {
            Environment = "production",
            Platform = platform.Platform(),
            Config = new FlyConfig(toml, app) { Migrations = migrations },
            Database = await databases.Cluster.CreateDatabaseAsync("z" + Guid.NewGuid().ToString("N"), Cancellation),
            Store = ObjectStores.Open(Path.Combine(folder, "store")),
            Recipients = [],
            WaitTimeout = TimeSpan.FromSeconds(30),
            Watch = TimeSpan.FromMilliseconds(200),
        };
    }
}
