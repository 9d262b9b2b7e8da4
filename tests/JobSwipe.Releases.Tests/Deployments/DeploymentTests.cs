using JobSwipe.Releases.Deployments;
using JobSwipe.Releases.Smoke;
using JobSwipe.Releases.Tests.Deployments;
using JobSwipe.Releases.Tests.Smoke;
using JobSwipe.Storage;
using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

[assembly: AssemblyFixture(typeof(Databases))]

namespace JobSwipe.Releases.Tests.Deployments;

/// <summary>One cluster for the tests that need a database.</summary>
public sealed class Databases : IAsyncLifetime
{
    public PostgresCluster Cluster { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Cluster = await PostgresCluster.StartAsync();

    public ValueTask DisposeAsync() => Cluster.DisposeAsync();
}

public sealed class DeploymentTests(Databases databases) : IAsyncLifetime
{
    private static readonly Release Good = Sample.Release("1.0.0", "one");
    private static readonly Release Next = Sample.Release("1.1.0", "two");
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();
    private SampleSite _site = null!;
    private FakeFlyctl _fly = null!;
    private DeliveryTarget _target = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        // The site says which release is live, as flyctl's machines would.
        _site = await SampleSite.StartAsync(app => app.MapGet("/version", () => Results.Json(new { version = _fly.Live == Good.Artifact.Digest.ToString() ? "1.0.0" : "broken" })));
        _fly = new FakeFlyctl(_folder, _site.Url);
        _target = new DeliveryTarget
        {
            Environment = "production",
            Platform = _fly.Platform,
            Config = new FlyConfig("fly.toml", "app"),
            Database = await databases.Cluster.CreateDatabaseAsync("d" + Guid.NewGuid().ToString("N"), Cancellation),
            Store = ObjectStores.Open(Path.Combine(_folder.Path, "store")),
            Recipients = [],
            Watch = TimeSpan.FromMilliseconds(200),
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Records_what_it_did()
    {
        var record = await DeployAsync(Good);

        record.Outcome.ShouldBe(DeploymentOutcome.Succeeded);
        record.Steps.Select(step => step.Name).ShouldBe(["preflight", "migrate", "deploy", "verdict", "smoke", "watch"]);
        (await _target.Ledger.ReadAsync(Cancellation)).ShouldHaveSingleItem().Release.ShouldBe(Good);
    }

    [Fact]
    public async Task Believes_the_machines_and_not_exit_code_1()
    {
        _fly.FailAfterSwitch(Good);

        (await DeployAsync(Good)).Steps.Single(step => step.Name == "verdict").Detail.ShouldContain("although flyctl ended with 1");
    }

    [Fact]
    public async Task Believes_the_machines_and_not_exit_code_0()
    {
        await DeployAsync(Good);
        _fly.Lose(Next);

        var error = await Should.ThrowAsync<DeploymentFailed>(() => DeployAsync(Next));

        error.Record.Outcome.ShouldBe(DeploymentOutcome.Refused);
        error.Message.ShouldContain("run another image");
        error.Message.ShouldContain("serves on");
    }

    [Fact]
    public async Task Puts_the_last_good_release_back_when_the_smoke_test_fails()
    {
        await DeployAsync(Good);

        var error = await Should.ThrowAsync<DeploymentFailed>(() => DeployAsync(Next));

        error.Record.Outcome.ShouldBe(DeploymentOutcome.RolledBack);
        _fly.Live.ShouldBe(Good.Artifact.Digest.ToString());
        error.Message.ShouldContain("version is 'broken'");
    }

    [Fact]
    public async Task Says_loudly_that_nothing_good_could_be_put_back()
    {
        var error = await Should.ThrowAsync<DeploymentFailed>(() => DeployAsync(Next));

        error.Record.Outcome.ShouldBe(DeploymentOutcome.Failed);
        error.Message.ShouldContain("PRODUCTION MAY BE DOWN");
    }

    [Fact]
    public async Task Gives_the_lock_back_after_a_failure()
    {
        await Should.ThrowAsync<DeploymentFailed>(() => DeployAsync(Next));

        await DeployAsync(Good);
    }

    [Fact]
    public async Task Lets_one_of_two_deploy_at_once()
    {
        await using var held = await DeployLock.TakeAsync(_target.Store, "production", "somebody", "deploys 0.9.0", TimeSpan.FromSeconds(3), Cancellation);

        (await Should.ThrowAsync<DeployLocked>(() => DeployAsync(Good))).Message.ShouldContain("somebody");
        _fly.Live.ShouldBe("");
    }

    [Fact]
    public async Task Refuses_to_promote_what_another_environment_has_not_proved()
    {
        await DeployAsync(Good);

        await Promotion.RequireProvedAsync(Good, _target.Ledger, Cancellation);
        (await Should.ThrowAsync<ReleaseNotProved>(() => Promotion.RequireProvedAsync(Next, _target.Ledger, Cancellation))).Message.ShouldContain("1.1.0");
    }

    [Fact]
    public async Task Finds_a_release_by_version_or_digest_and_names_those_that_there_are()
    {
        await _target.Ledger.AppendAsync(Sample.Record(Good), Cancellation);
        await _target.Ledger.AppendAsync(Sample.Record(Next, DeploymentOutcome.Refused), Cancellation);

        (await Promotion.FindAsync(_target.Ledger, "1.0.0", Cancellation)).ShouldBe(Good);
        (await Promotion.FindAsync(_target.Ledger, Good.Artifact.Digest.ToString(), Cancellation)).ShouldBe(Good);
        (await Should.ThrowAsync<ReleaseUnknown>(() => Promotion.FindAsync(_target.Ledger, "1.1.0", Cancellation))).Remedy.ShouldContain("1.0.0");
    }

    [Fact]
    public async Task Rolls_back_to_the_good_release_before_the_one_that_serves()
    {
        await _target.Ledger.AppendAsync(Sample.Record(Good), Cancellation);
        await _target.Ledger.AppendAsync(Sample.Record(Sample.Release("1.0.1", "bad"), DeploymentOutcome.RolledBack), Cancellation);
        await Should.ThrowAsync<NothingToRollBackTo>(() => Promotion.FormerAsync(_target.Ledger, Cancellation));
        await _target.Ledger.AppendAsync(Sample.Record(Next), Cancellation);

        (await Promotion.FormerAsync(_target.Ledger, Cancellation)).ShouldBe(Good);
    }

    [Fact]
    public async Task Says_where_a_killed_deployment_stood_and_goes_on()
    {
        await DeployAsync(Good);
        await new Attempt { Release = Next, Actor = "killed", Started = DateTimeOffset.UtcNow, Step = "deploy", Done = [new Receipt("migrate", 1, "at 0007")] }
            .SaveAsync(_target.Store, "production", Cancellation);
        var said = new List<string>();

        await DeployAsync(Good, said.Add);

        said[0].ShouldContain("1.1.0 by killed was interrupted at 'deploy', 1 steps done");
        (await _target.Ledger.ReadAsync(Cancellation)).Select(record => record.Outcome).ShouldBe([DeploymentOutcome.Succeeded, DeploymentOutcome.Interrupted, DeploymentOutcome.Succeeded]);
        (await Attempt.FindAsync(_target.Store, "production", Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Stops_when_its_lock_is_taken_away_and_the_next_one_puts_that_right()
    {
        await DeployAsync(Good);
        _target = _target with { LockLease = TimeSpan.FromMilliseconds(300), Watch = TimeSpan.FromMinutes(5) };

        // Removed in the middle: it has switched, and would watch for minutes.
        var error = await Should.ThrowAsync<DeployLockLost>(() => DeployAsync(Good, line =>
        {
            if (line.Contains(": smoke ")) HeldLock.ReleaseAsync(_target.Store, "production", "grace", "it must stop", Cancellation).GetAwaiter().GetResult();
        }));

        error.Message.ShouldContain("The lock of production was taken from the deployment of 1.0.0");
        (await Attempt.FindAsync(_target.Store, "production", Cancellation))!.Step.ShouldBe("watch");
        _target = _target with { Watch = TimeSpan.FromMilliseconds(200) };
        (await DeployAsync(Good)).Outcome.ShouldBe(DeploymentOutcome.Succeeded);
        (await _target.Ledger.ReadAsync(Cancellation)).Select(record => record.Outcome).ShouldBe([DeploymentOutcome.Succeeded, DeploymentOutcome.Interrupted, DeploymentOutcome.Succeeded]);
    }

    [Fact]
    public async Task Refused_after_a_killed_one_puts_back_what_was_good()
    {
        await DeployAsync(Good);
        // Killed when it served, and before anybody had looked at it.
        _fly.Serve(Next);
        await new Attempt { Release = Next, Actor = "killed", Started = DateTimeOffset.UtcNow, Step = "verdict", Done = [] }.SaveAsync(_target.Store, "production", Cancellation);
        var third = Sample.Release("1.2.0", "three");
        _fly.Lose(third);

        var error = await Should.ThrowAsync<DeploymentFailed>(() => DeployAsync(third));

        error.Record.Outcome.ShouldBe(DeploymentOutcome.RolledBack);
        _fly.Live.ShouldBe(Good.Artifact.Digest.ToString());
    }

    [Fact]
    public async Task Changes_and_records_nothing_when_a_condition_does_not_hold()
    {
        await new Blocklist(_target.Store).AddAsync(Good, "ada", "loses swipes", Cancellation);

        (await Should.ThrowAsync<PreflightFailed>(() => DeployAsync(Good))).Message.ShouldContain("loses swipes");

        _fly.Live.ShouldBe("");
        (await _target.Ledger.ReadAsync(Cancellation)).ShouldBeEmpty();
        (await HeldLock.FindAsync(_target.Store, "production", Cancellation)).ShouldBeNull();
    }

    private Task<DeploymentRecord> DeployAsync(Release release, Action<string>? say = null)
    {
        var served = new HttpCheck { Name = "version", Path = "/version", Json = new Dictionary<string, string> { ["version"] = "${version}" } };
        return new Deployment(_target, new SmokePlan([served], []), _folder.Path, say ?? (_ => { })).RunAsync(new DeploymentRequest { Release = release }, Cancellation);
    }
}
