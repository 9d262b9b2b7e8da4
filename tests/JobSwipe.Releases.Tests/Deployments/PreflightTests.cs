using JobSwipe.Releases.Deployments;
using JobSwipe.Releases.Fly;
using JobSwipe.Storage;
using JobSwipe.Tools;
using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Tests.Deployments;

public sealed class PreflightTests : IDisposable
{
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();
    private readonly DeliveryTarget _target;

    public PreflightTests() => _target = new DeliveryTarget
    {
        Environment = "production",
        Platform = new FakeFlyctl(_folder, new Uri("http://127.0.0.1:1")).Platform,
        Config = new FlyConfig("fly.toml", "app"),
        Database = DatabaseUrl.Parse("postgresql://u:p@127.0.0.1:1/d"),
        Store = ObjectStores.Open(Path.Combine(_folder.Path, "store")),
        Recipients = [],
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Says_everything_that_is_wrong_at_once()
    {
        var release = Sample.Release() with { Dirty = true };
        await new Blocklist(_target.Store).AddAsync(release, "ada", "loses swipes", Cancellation);

        var error = await Should.ThrowAsync<PreflightFailed>(() => RunAsync(new DeploymentRequest { Release = release, ProvedIn = _target.Before, Freezes = Always }));

        error.Wrong.Select(wrong => wrong.GetType()).ShouldBe([typeof(ReleaseDirty), typeof(ReleaseBlocked), typeof(DeploymentsFrozen), typeof(ReleaseNotProved)]);
        error.Message.ShouldContain("loses swipes");
    }

    [Fact]
    public async Task Lets_a_freeze_be_overridden_with_a_reason()
    {
        var request = new DeploymentRequest { Release = Sample.Release(), Freezes = Always };

        await Should.ThrowAsync<PreflightFailed>(() => RunAsync(request));
        (await RunAsync(request with { FreezeOverride = "security fix" })).ShouldContain("freeze: always, overridden: security fix");
        (await RunAsync(request with { IsRollback = true })).ShouldContain("freeze: always, which does not hold for a rollback");
    }

    [Fact]
    public async Task Misses_secrets_that_the_release_had_where_it_was_proved()
    {
        await _target.Before.AppendAsync(Sample.Record() with { Secrets = ["DATABASE_URL", "REDIS_URL"] }, Cancellation);

        var error = await Should.ThrowAsync<PreflightFailed>(() => RunAsync(new DeploymentRequest { Release = Sample.Release(), ProvedIn = _target.Before }));

        error.Wrong.OfType<SecretsMissing>().ShouldHaveSingleItem().Message.ShouldContain("lacks secrets that the release had in staging: REDIS_URL");
    }

    [Fact]
    public async Task Runs_the_checks_that_the_build_brings()
    {
        var checks = new Dictionary<string, Func<CancellationToken, Task<string>>> { ["rehearsal"] = _ => throw new DeliveryError("it was never rehearsed", "rehearse it") };

        (await Should.ThrowAsync<PreflightFailed>(() => RunAsync(new DeploymentRequest { Release = Sample.Release(), Checks = checks }))).Remedy.ShouldBe("rehearse it");
    }

    private static FreezeCalendar Always => new([new FreezeWindow { Name = "always", Zone = "UTC", From = "2000-01-01T00:00", To = "2999-01-01T00:00" }]);

    private Task<IReadOnlyList<string>> RunAsync(DeploymentRequest request) => new Preflight(_target, new Flyctl(_target.Platform)).RunAsync(request, Cancellation);
}
