using JobSwipe.Releases.Deployments;
using JobSwipe.Storage;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Tests.Deployments;

public sealed class BlocklistTests : IDisposable
{
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Blocklist Blocks => new(ObjectStores.Open(_folder.Path));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Blocks_an_artifact_under_whatever_version()
    {
        await Blocks.AddAsync(Sample.Release("1.0.0"), "ada", "loses swipes", Cancellation);

        (await Blocks.FindAsync(Sample.Release("1.0.1"), Cancellation))!.Reason.ShouldBe("loses swipes");
        (await Blocks.FindAsync(Sample.Release("1.0.0", "another"), Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Keeps_the_first_reason()
    {
        await Blocks.AddAsync(Sample.Release(), "ada", "loses swipes", Cancellation);

        (await Blocks.AddAsync(Sample.Release(), "grace", "I do not like it", Cancellation)).Actor.ShouldBe("ada");
    }
}
