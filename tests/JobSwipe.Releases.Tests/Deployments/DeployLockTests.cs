using JobSwipe.Releases.Deployments;
using JobSwipe.Storage;
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
    public async Task Is_taken_from_a_holder_whose_lease_has_expired()
    {
        await TakeAsync("killed", TimeSpan.FromSeconds(-1));

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

    private Task<DeployLock> TakeAsync(string owner, TimeSpan? lease = null) => DeployLock.TakeAsync(
        ObjectStores.Open(_folder.Path), "production", owner, "deploys 1.0.0", lease ?? TimeSpan.FromMinutes(10), TestContext.Current.CancellationToken);
}
