using JobSwipe.Releases.Deployments;
using JobSwipe.Releases.Fly;
using JobSwipe.Releases.Smoke;
using JobSwipe.Releases.Tests.Deployments;
using JobSwipe.Storage;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Tests.Traps;

/// <summary>What flyctl does to its users, done to a deployment: each trap ends with one version everywhere, and is told as what it was.</summary>
public sealed class FlyctlTrapTests(LocalPlatform platform, Databases databases) : IAsyncLifetime
{
    private const string Web = """
        [http_service]
        internal_port = 8080
        [[http_service.checks]]
        path = "/health"
        interval = "1s"
        timeout = "1s"
        """;

    private readonly TemporaryFolder _folder = TemporaryFolder.Create();
    private readonly string _app = $"trap-{Guid.NewGuid().ToString("N")[..8]}";
    private DeliveryTarget _target = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Flyctl Flyctl => new(_target.Platform);

    public async ValueTask InitializeAsync()
    {
        platform.ForgetFaults();
        _target = new DeliveryTarget
        {
            Environment = "production",
            Platform = platform.Platform(),
            Config = Config(Web),
            Database = await databases.Cluster.CreateDatabaseAsync("t" + Guid.NewGuid().ToString("N"), Cancellation),
            Store = ObjectStores.Open(Path.Combine(_folder.Path, "store")),
            Recipients = [],
            WaitTimeout = TimeSpan.FromSeconds(30),
            Watch = TimeSpan.FromMilliseconds(100),
        };
        await Flyctl.CreateAppAsync(_app, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await platform.Platform().Command("apps", "destroy", _app, "--yes").RunAsync(CancellationToken.None);
        _folder.Dispose();
    }

    [Fact]
    public async Task Exit_0_of_unhealthy_machines_is_refused_and_taken_back()
    {
        await DeployAsync(platform.Release("good"));

        // Never healthy: what flyctl would not see with checks that begin late, or with the immediate strategy.
        var error = await Should.ThrowAsync<DeploymentFailed>(() => DeployAsync(platform.Release("bad", "error-500")));

        error.Record.Outcome.ShouldBe(DeploymentOutcome.RolledBack);
        await ServesEverywhereAsync("good");
    }

    [Fact]
    public async Task Mixed_versions_after_a_failed_rolling_deployment_become_one()
    {
        _target = _target with { Config = Config(Web) with { HasMounts = true }, WaitTimeout = TimeSpan.FromSeconds(10) };
        await DeployAsync(platform.Release("good"));
        _target = _target with { WaitTimeout = TimeSpan.FromSeconds(1) };

        var error = await Should.ThrowAsync<DeploymentFailed>(() => DeployAsync(platform.Release("bad", "never-healthy")));

        error.Record.Outcome.ShouldBe(DeploymentOutcome.RolledBack);
        await ServesEverywhereAsync("good");
    }

    [Fact]
    public async Task Two_fleets_after_a_failed_bluegreen_become_one()
    {
        await DeployAsync(platform.Release("good"));

        var error = await Should.ThrowAsync<DeploymentFailed>(() => DeployAsync(platform.Release("next"), "fail-after-uncordon"));

        error.Record.Outcome.ShouldBe(DeploymentOutcome.RolledBack);
        await ServesEverywhereAsync("good");
        await DeployAsync(platform.Release("next"));
        await ServesEverywhereAsync("next");
    }

    [Fact]
    public async Task Exit_1_with_the_new_version_live_is_a_success_and_leaves_nothing()
    {
        await DeployAsync(platform.Release("good"));

        var record = await DeployAsync(platform.Release("next"), "fail-to-destroy-blues");

        record.Steps.Single(step => step.Name == "verdict").Detail.ShouldContain("although flyctl ended with 1");
        await ServesEverywhereAsync("next");
    }

    [Fact]
    public async Task A_lost_digest_is_refused()
    {
        await DeployAsync(platform.Release("good"));

        var error = await Should.ThrowAsync<DeploymentFailed>(() => DeployAsync(platform.Release("next"), "lose-digest"));

        error.Record.Outcome.ShouldBe(DeploymentOutcome.Refused);
        error.Message.ShouldContain("run another image");
        await ServesEverywhereAsync("good");
    }

    [Fact]
    public async Task A_hanging_flyctl_is_ended_and_judged_by_the_machines()
    {
        await DeployAsync(platform.Release("good"));
        _target = _target with { Deadline = TimeSpan.FromSeconds(2) };

        var error = await Should.ThrowAsync<DeploymentFailed>(() => DeployAsync(platform.Release("next"), "hang"));

        error.Record.Outcome.ShouldBe(DeploymentOutcome.Refused);
        error.Message.ShouldContain("did not end within 2 s");
        await ServesEverywhereAsync("good");
    }

    [Fact]
    public async Task A_rate_limit_is_waited_for()
    {
        (await DeployAsync(platform.Release("good"), "rate-limit")).Outcome.ShouldBe(DeploymentOutcome.Succeeded);

        await ServesEverywhereAsync("good");
    }

    [Fact]
    public async Task An_unreachable_host_is_named_as_what_it_is()
    {
        await DeployAsync(platform.Release("good"));

        (await new Flyctl(platform.Platform("host-unreachable")).VerifyAsync(_app, platform.Release("good").Artifact.Digest, Cancellation))!.ShouldContain("on a host that does not answer");
    }

    [Fact]
    public async Task An_interrupted_deployment_is_put_right_by_the_next()
    {
        await DeployAsync(platform.Release("good"));
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var deploying = DeployAsync(platform.Release("next", "slow-start=1500"), cancellation: interrupt.Token);
        while (deploying.IsCompleted is false && (await Flyctl.MachinesAsync(_app, Cancellation)).Count(machine => machine.IsThere) < 3) await Task.Yield();

        await interrupt.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => deploying);

        await DeployAsync(platform.Release("last"));
        await ServesEverywhereAsync("last");
        (await _target.Ledger.ReadAsync(Cancellation)).Select(record => record.Outcome).ShouldBe([DeploymentOutcome.Succeeded, DeploymentOutcome.Interrupted, DeploymentOutcome.Succeeded]);
    }

    [Fact]
    public async Task A_worker_without_a_service_is_deployed_and_judged_too()
    {
        _target = _target with
        {
            Config = Config("""
                [processes]
                web = ""
                worker = "sleep"
                [http_service]
                internal_port = 8080
                processes = ["web"]
                [[http_service.checks]]
                path = "/health"
                interval = "1s"
                timeout = "1s"
                """),
        };
        await DeployAsync(platform.Release("good"));

        (await DeployAsync(platform.Release("next"))).Outcome.ShouldBe(DeploymentOutcome.Succeeded);
        await ServesEverywhereAsync("next");
    }

    private Task<DeploymentRecord> DeployAsync(Release release, string? faults = null, CancellationToken? cancellation = null)
    {
        var smoke = new SmokePlan([new HttpCheck { Name = "answers", Path = "/" }], []);
        return new Deployment(_target with { Platform = platform.Platform(faults) }, smoke, _folder.Path, _ => { }).RunAsync(new DeploymentRequest { Release = release }, cancellation ?? Cancellation);
    }

    private async Task ServesEverywhereAsync(string version)
    {
        using var client = new HttpClient();
        (await client.GetStringAsync(await Flyctl.UrlAsync(_app, Cancellation), Cancellation)).ShouldBe(version);
        var machines = (await Flyctl.MachinesAsync(_app, Cancellation)).Where(machine => machine.IsThere).ToArray();
        machines.Select(machine => machine.ImageRef.Digest).Distinct().ShouldHaveSingleItem();
        machines.ShouldAllBe(machine => !machine.Cordoned && (machine.State == "started" || machine.IsStandby));
    }

    private FlyConfig Config(string toml)
    {
        var file = Path.Combine(_folder.Path, "fly.toml");
        File.WriteAllText(file, $"app = \"{_app}\"\nprimary_region = \"iad\"\nkill_timeout = \"3s\"\n{toml}");
        return new FlyConfig(file, _app);
    }
}
