using JobSwipe.Backups.Physical;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Backups.Tests;

public sealed class PruneTests(SampleBackup sample) : IClassFixture<SampleBackup>, IDisposable
{
    private readonly TemporaryFolder _folder = TemporaryFolder.Create("prune");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IObjectStore Store => field ??= ObjectStores.Open(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Says_what_it_would_do_and_does_it_only_when_asked()
    {
        var ids = await FillAsync(10);
        await Store.PutTextAsync($"backups/{ids[0]}/notes.txt", "somebody's", WriteCondition.IsNew, Cancellation);
        await Store.PutTextAsync("backups/readme-of-a-person.txt", "x", WriteCondition.IsNew, Cancellation);

        var dry = await PruneAsync(remove: false);
        (await Backup.ListAsync(Store, Cancellation)).Count.ShouldBe(11);
        var done = await PruneAsync(remove: true);

        dry.Lines().ShouldContain(line => line.StartsWith(ids[0]) && line.Contains("would be removed: beyond 7d"));
        dry.Backups.ShouldBe(done.Backups);
        (await Backup.ListAsync(Store, Cancellation)).Count.ShouldBe(7);
        Directory.GetFiles(Path.Combine(_folder.Path, "backups", ids[0])).Select(Path.GetFileName).ShouldBe(["notes.txt"]);
        File.Exists(Path.Combine(_folder.Path, "backups", "readme-of-a-person.txt")).ShouldBeTrue();
    }

    [Fact]
    public async Task Never_drops_the_newest_proved_one()
    {
        var ids = await FillAsync(12);
        await ProofCatalog.RecordAsync(Store, Proof(ids[1], true), Cancellation);

        await PruneAsync(remove: true);

        (await Backup.ListAsync(Store, Cancellation)).Select(entry => entry.Id).ShouldContain(ids[1]);
    }

    [Fact]
    public async Task Drops_nothing_while_the_newest_one_lacks_an_object_or_failed_its_drill()
    {
        await FillAsync(10);
        var newest = (await Backup.ListAsync(Store, Cancellation))[0];
        await ProofCatalog.RecordAsync(Store, Proof(newest.Id, false), Cancellation);
        (await PruneAsync(remove: true)).Backups.ShouldAllBe(decision => decision.Keep && decision.Why.Contains("drill"));

        File.Delete(Path.Combine(_folder.Path, "backups", newest.Id, "main.dump.zst.age"));
        (await PruneAsync(remove: true)).Backups.ShouldAllBe(decision => decision.Keep && decision.Why.Contains("is missing"));

        (await Backup.ListAsync(Store, Cancellation)).Count.ShouldBe(11);
    }

    [Fact]
    public async Task Removes_what_killed_runs_left_but_neither_fresh_things_nor_those_of_others()
    {
        await FillAsync(1);
        const string killed = "backups/20240101T000000Z-000000/";
        foreach (var name in new[] { "main.dump.zst.age", "table-01-public.jobs.dump.zst.age", "README.md", "of-a-person.txt" })
            await Store.PutTextAsync(killed + name, "half", WriteCondition.IsNew, Cancellation);
        await Store.PutTextAsync("backups/20240102T000000Z-000000/main.dump.zst.age", "being written", WriteCondition.IsNew, Cancellation);
        foreach (var file in Directory.GetFiles(Path.Combine(_folder.Path, killed))) File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddDays(-2));

        (await Orphans.RemoveAsync(Store, DateTimeOffset.UtcNow, Orphans.After, Cancellation)).ShouldBe(3);

        Directory.GetFiles(Path.Combine(_folder.Path, killed)).Select(Path.GetFileName).ShouldBe(["of-a-person.txt"]);
        (await Store.HeadAsync("backups/20240102T000000Z-000000/main.dump.zst.age", Cancellation)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Drops_WAL_that_lies_before_every_base_backup()
    {
        var now = DateTimeOffset.UtcNow;
        var manifest = new BaseBackupManifest
        {
            Id = BackupId.New(now), System = "7", Timeline = 1, StartLsn = "0/3000028", StopLsn = "0/3000100", StartedAt = now, StoppedAt = now, Seconds = 1,
            ServerVersion = "15.1", Database = "d", User = "u", Recipients = [], Tools = new Dictionary<string, string>(),
            Archive = new BackedUpObject("base.tar.zst.age", ObjectKind.Base, 1, "", 1, ""),
        };
        await Store.PutTextAsync($"base/{manifest.Id}/manifest.json", manifest.ToJson(), WriteCondition.IsNew, Cancellation);
        var pieces = new[] { 1u, 2u, 3u, 4u }.Select(number => new WalPiece("7", $"0000000100000000{number:X8}", 0, WalPiece.SegmentSize, now, new string('a', 64))).ToArray();
        var other = pieces[0] with { System = "8" };
        foreach (var piece in pieces.Append(other)) await Store.PutTextAsync(piece.Key, "x", WriteCondition.IsNew, Cancellation);

        var report = await PruneAsync(remove: true);

        report.WalPieces.ShouldBe(2);
        (await WalCatalog.PiecesAsync(Store, null, Cancellation)).Select(piece => piece.Key).ShouldBe([pieces[2].Key, pieces[3].Key, other.Key]);
    }

    private Task<PruneReport> PruneAsync(bool remove) => Prune.RunAsync(Store, RetentionPolicy.Default, remove, cancellation: Cancellation);

    private static RestoreProof Proof(string id, bool passed) => new()
    {
        BackupId = id, ProvedAt = DateTimeOffset.UtcNow, Seconds = 1, Passed = passed, Tables = 1, Rows = 1, ServerVersion = "15.1", Checks = [],
    };

    /// <summary>A real, newest backup and so many older ones of a day each.</summary>
    private async Task<string[]> FillAsync(int days)
    {
        var newest = await sample.CopyToAsync(_folder.Path);
        var ids = Enumerable.Range(1, days).Select(ago => BackupId.New(newest.StartedAt.AddDays(ago - days - 1))).ToArray();
        foreach (var id in ids)
        {
            foreach (var part in newest.Objects) await Store.PutTextAsync($"backups/{id}/{part.Name}", "x", WriteCondition.IsNew, Cancellation);
            await Store.PutTextAsync($"backups/{id}/manifest.json", (newest with { Id = id }).ToJson(), WriteCondition.IsNew, Cancellation);
        }
        return ids;
    }
}
