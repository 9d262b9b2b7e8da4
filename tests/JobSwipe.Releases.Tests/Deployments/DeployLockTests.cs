using JobSwipe.Releases.Deployments;
using JobSwipe.Storage;
using JobSwipe.Tools;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Tests.Deployments;

public sealed class DeployLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Names_the_holder_to_the_second()
    {
        await using var first = await TakeAsync("ada");

        var error = await Should.ThrowAsync<DeployLocked>(() => TakeAsync("grace"));

        error.Message.ShouldContain("locked by ada (deploys 1.0.0)");
    }

    [Fact]
    public async Task Is_free_again_when_given_back()
    {
        await (await TakeAsync("ada")).DisposeAsync();

        await (await TakeAsync("grace")).DisposeAsync();
    }

    [Fact]
    public async Task Is_taken_from_a_holder_that_was_killed_within_one_lease()
    {
        // As a killed deployment leaves it: renewed once, and never again.
        await Store.PutTextAsync(HeldLock.Key("production"), Json.Write(new LockContent("killed", "deploys 0.9.0", DateTimeOffset.UtcNow.AddMinutes(1)) { Renewed = true }), WriteCondition.IsNew, Cancellation);

        await (await TakeAsync("grace", TimeSpan.FromMilliseconds(300))).DisposeAsync();
    }

    [Fact]
    public async Task Keeps_everybody_out_as_long_as_its_holder_lives()
    {
        await using var first = await TakeAsync("ada", TimeSpan.FromMilliseconds(500));

        await Should.ThrowAsync<DeployLocked>(() => TakeAsync("grace", TimeSpan.FromSeconds(2)));
        first.Lost.IsCancellationRequested.ShouldBeFalse();
    }

    [Fact]
    public async Task Tells_its_holder_that_it_was_taken_by_force()
    {
        await using var first = await TakeAsync("ada", TimeSpan.FromMilliseconds(300));

        (await HeldLock.ReleaseAsync(Store, "production", "grace", "ada is on holiday", Cancellation))!.Owner.ShouldBe("ada");

        var lost = new TaskCompletionSource();
        await using var registration = first.Lost.Register(() => lost.TrySetResult());
        await lost.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancellation);
    }

    [Fact]
    public async Task Set_by_hand_keeps_deployments_out_until_its_owner_removes_it()
    {
        await HeldLock.SetAsync(Store, "production", "ada", "the fair", TimeSpan.FromHours(1), Cancellation);

        (await Should.ThrowAsync<DeployLocked>(() => TakeAsync("grace"))).Message.ShouldContain("locked by ada (the fair)");
        await Should.ThrowAsync<DeployLocked>(() => HeldLock.ReleaseAsync(Store, "production", "grace", null, Cancellation));
        await HeldLock.ReleaseAsync(Store, "production", "ada", null, Cancellation);
        await (await TakeAsync("grace")).DisposeAsync();
    }

    [Fact]
    public async Task Set_by_hand_ends_at_its_time()
    {
        await HeldLock.SetAsync(Store, "production", "ada", "the fair", TimeSpan.FromSeconds(-1), Cancellation);

        await (await TakeAsync("grace")).DisposeAsync();
    }

    [Fact]
    public async Task Lets_exactly_one_of_five_in()
    {
        var tries = await Task.WhenAll(Enumerable.Range(0, 5).Select(async number =>
        {
            try
            {
                await TakeAsync($"runner {number}");
                return true;
            }
            catch (DeployLocked)
            {
                return false;
            }
        }));

        tries.Count(taken => taken).ShouldBe(1);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IObjectStore Store => ObjectStores.Open(_folder.Path);

    private Task<DeployLock> TakeAsync(string owner, TimeSpan? lease = null) => DeployLock.TakeAsync(
        Store, "production", owner, "deploys 1.0.0", lease ?? TimeSpan.FromSeconds(3), Cancellation);
}
