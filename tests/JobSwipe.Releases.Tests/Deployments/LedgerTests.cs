using JobSwipe.Releases.Deployments;
using JobSwipe.Storage;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Tests.Deployments;

public sealed class LedgerTests : IDisposable
{
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IObjectStore Store => ObjectStores.Open(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Chains_each_record_to_the_one_before()
    {
        var ledger = new Ledger(Store, "staging");

        await ledger.AppendAsync(Sample.Record(), Cancellation);
        await ledger.AppendAsync(Sample.Record(), Cancellation);

        var records = await ledger.ReadAsync(Cancellation);
        records.Select(record => record.Sequence).ShouldBe([1, 2]);
        records[0].Previous.ShouldBeNull();
        records[1].Previous.ShouldNotBeNull();
    }

    [Fact]
    public async Task Keeps_environments_apart()
    {
        await new Ledger(Store, "staging").AppendAsync(Sample.Record(), Cancellation);

        (await new Ledger(Store, "production").ReadAsync(Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Takes_four_writers_at_once_without_losing_one()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => new Ledger(Store, "staging").AppendAsync(Sample.Record(), Cancellation)));

        (await new Ledger(Store, "staging").ReadAsync(Cancellation)).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Notices_an_edited_record()
    {
        var ledger = new Ledger(Store, "staging");
        for (var number = 0; number < 3; number++) await ledger.AppendAsync(Sample.Record(), Cancellation);
        const string key = "ledger/staging/00000002.json";
        var text = await Store.GetTextAsync(key, Cancellation);
        await Store.PutTextAsync(key, text.Replace("succeeded", "failed"), WriteCondition.None, Cancellation);

        (await Should.ThrowAsync<LedgerBroken>(() => ledger.ReadAsync(Cancellation))).Message.ShouldContain("record 3");
    }

    [Fact]
    public async Task Notices_a_removed_record()
    {
        var ledger = new Ledger(Store, "staging");
        for (var number = 0; number < 3; number++) await ledger.AppendAsync(Sample.Record(), Cancellation);
        await Store.DeleteAsync("ledger/staging/00000002.json", Cancellation);

        (await Should.ThrowAsync<LedgerBroken>(() => ledger.ReadAsync(Cancellation))).Message.ShouldContain("record 2");
    }
}
