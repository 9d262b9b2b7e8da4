using System.Text;
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

    public sealed class Segments : IAsyncLifetime
    {
        private const int Records = LedgerSegment.Size + 20;
        private readonly TemporaryFolder _folder = TemporaryFolder.Create();

        private IObjectStore Store => ObjectStores.Open(_folder.Path);

        private Ledger Ledger => new(Store, "staging");

        private static string Segment => LedgerSegment.Key("staging", 0);

        public async ValueTask InitializeAsync()
        {
            for (var number = 0; number < Records; number++) await Ledger.AppendAsync(Sample.Record(), Cancellation);
        }

        public ValueTask DisposeAsync()
        {
            _folder.Dispose();
            return ValueTask.CompletedTask;
        }

        [Fact]
        public async Task Are_made_of_every_hundred_and_stand_for_them()
        {
            LedgerSegment.Read(Encoding.UTF8.GetBytes(await Store.GetTextAsync(Segment, Cancellation))).Count.ShouldBe(LedgerSegment.Size - 1);
            // What a segment has is not read from anywhere else.
            foreach (var number in Enumerable.Range(1, LedgerSegment.Size - 1)) await Store.DeleteAsync(RecordKey(number), Cancellation);

            (await Ledger.ReadAsync(Cancellation)).Select(record => record.Sequence).ShouldBe(Enumerable.Range(1, Records));
            (await Ledger.AppendAsync(Sample.Record(), Cancellation)).Sequence.ShouldBe(Records + 1);
            (await Should.ThrowAsync<LedgerBroken>(() => Ledger.VerifyAsync(cancellation: Cancellation))).Message.ShouldContain("record ");
        }

        [Fact]
        public async Task Are_made_again_when_they_are_lost()
        {
            var before = await Store.GetTextAsync(Segment, Cancellation);
            await Store.DeleteAsync(Segment, Cancellation);

            (await Ledger.ReadAsync(Cancellation)).Count.ShouldBe(Records);
            await Ledger.CompactAsync(Cancellation);

            (await Store.GetTextAsync(Segment, Cancellation)).ShouldBe(before);
        }

        [Fact]
        public async Task Hide_no_edit_of_a_record()
        {
            (await Ledger.VerifyAsync(cancellation: Cancellation)).Count.ShouldBe(Records);
            await EditAsync(RecordKey(50));

            (await Should.ThrowAsync<LedgerBroken>(() => Ledger.VerifyAsync(cancellation: Cancellation))).Message.ShouldContain("record 50");
        }

        [Fact]
        public async Task Cannot_be_edited_unnoticed()
        {
            await EditAsync(Segment);

            await Should.ThrowAsync<LedgerBroken>(() => Ledger.ReadAsync(Cancellation));
        }

        [Fact]
        public async Task Can_be_copied_to_another_store_whose_ETags_differ()
        {
            foreach (var file in Directory.GetFiles(_folder.Path, "*.json", SearchOption.AllDirectories)) File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);

            (await Ledger.VerifyAsync(cancellation: Cancellation)).Count.ShouldBe(Records);
        }

        private static string RecordKey(int number) => $"ledger/staging/{number:D8}.json";

        private async Task EditAsync(string key) =>
            await Store.PutTextAsync(key, (await Store.GetTextAsync(key, Cancellation)).Replace("somebody", "somebugs"), WriteCondition.None, Cancellation);
    }
}
