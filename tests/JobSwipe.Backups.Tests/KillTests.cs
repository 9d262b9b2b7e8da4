using System.Diagnostics;
using Amazon.Runtime;
using JobSwipe.Backups.Physical;
using JobSwipe.Storage.Tests;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Backups.Tests;

public sealed class KillTests(TestPostgres databases, Keys keys, MotoServer server) : IDisposable
{
    private const int Kills = 15;
    private const string Rows = "create table big as select n, sha512(n::text::bytea) || sha512((-n)::text::bytea) as t from generate_series(1, 8000) n; create table small as select generate_series(1, 100) n";

    private readonly TemporaryFolder _folder = TemporaryFolder.Create("kill");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_backup_in_the_list_verifies_and_nothing_is_half_there_after_fifteen_kills(bool s3)
    {
        var location = s3 ? await server.NewLocationAsync("&partSize=5242880") : _folder.Path;
        IObjectStore store = s3 ? new S3ObjectStore(S3Settings.Parse(location), new BasicAWSCredentials("test", "test")) { OrphansAfter = TimeSpan.FromMinutes(-1) } : ObjectStores.Open(location);
        var url = await databases.NewFromAsync(Rows);
        var clock = Stopwatch.StartNew();
        using (var whole = await Child.StartAsync(url, "backup", location, keys.Ours.Recipient))
        {
            clock.Restart();
            (await whole.KillAfterAsync(TimeSpan.FromMinutes(2))).ShouldBeFalse();
            clock.Stop();
        }
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}, {clock.Elapsed.TotalSeconds:0.00} s without a kill");
        var random = new Random(seed);
        // A run that ended before its kill was faster than was known; the points lie within the fastest, so that every kill hits.
        var fastest = clock.Elapsed;
        for (var (killed, runs) = (0, 0); killed < Kills; runs++)
        {
            runs.ShouldBeLessThan(4 * Kills);
            using var child = await Child.StartAsync(url, "backup", location, keys.Ours.Recipient);
            clock.Restart();
            if (await child.KillAfterAsync(fastest * random.NextDouble())) killed++;
            else fastest = clock.Elapsed < fastest ? clock.Elapsed : fastest * 0.9;
        }

        foreach (var entry in await Backup.ListAsync(store, Cancellation)) await Backup.VerifyAsync(store, entry.Id, cancellation: Cancellation);
        await Backup.CreateAsync(url, store, keys.Options with { OrphansAfter = TimeSpan.FromMinutes(-1) }, cancellation: Cancellation);
        var listed = (await Backup.ListAsync(store, Cancellation)).SelectMany(entry => entry.Manifest!.Objects.Select(part => part.Name).Concat(["manifest.json", "README.md"]).Select(name => $"backups/{entry.Id}/{name}"));
        var there = new List<string>();
        await foreach (var info in store.ListAsync("", Cancellation)) there.Add(info.Key);
        there.Order(StringComparer.Ordinal).ShouldBe(listed.Order(StringComparer.Ordinal));
        if (!s3) Directory.GetFiles(Path.Combine(location, ".store"), "*.new").ShouldBeEmpty();
        (store as IDisposable)?.Dispose();
    }

    [Fact]
    public async Task A_restore_that_is_killed_leaves_the_old_database_and_the_next_one_clears_away_what_it_left()
    {
        var url = await databases.NewFromAsync(Rows);
        await Backup.CreateAsync(url, ObjectStores.Open(_folder.Path), keys.Options, cancellation: Cancellation);
        await url.ExecuteAsync("create table later (id int)");
        const string scratch = "select count(*) from pg_database where datname ~ ";

        for (var kills = 0; kills < 4; kills++)
        {
            using var child = await Child.StartAsync(url, "restore", _folder.Path, keys.Ours.IdentityFile);
            // In the middle: there is a database beside the old one, and its rows are being loaded.
            for (var deadline = DateTime.UtcNow.AddSeconds(30); await url.QueryAsync<long>($"{scratch} '^{url.Database}_restoring_'") == 0; await Task.Delay(10, Cancellation)) DateTime.UtcNow.ShouldBeLessThan(deadline);
            (await child.KillAfterAsync(TimeSpan.FromMilliseconds(kills * 60))).ShouldBeTrue();
            (await url.QueryAsync<bool>("select to_regclass('later') is not null and (select count(*) from small) = 100")).ShouldBeTrue();
        }
        // The server takes a killed session's lock back when it sees that it is gone.
        for (var deadline = DateTime.UtcNow.AddSeconds(30); await url.QueryAsync<long>("select count(*) from pg_locks where locktype = 'advisory'") > 0; await Task.Delay(20, Cancellation)) DateTime.UtcNow.ShouldBeLessThan(deadline);

        await Restore.RunAsync(ObjectStores.Open(_folder.Path), null, url, keys.Ours.IdentityFile, new RestoreOptions { Replace = true }, cancellation: Cancellation);

        (await url.QueryAsync<long>($"{scratch} '^{url.Database}_restoring_'")).ShouldBe(0);
        (await url.QueryAsync<bool>("select to_regclass('later') is null")).ShouldBeTrue();
    }

    [Fact]
    public async Task An_archiver_that_is_killed_goes_on_at_the_very_byte()
    {
        await using var cluster = await PostgresCluster.StartAsync(cancellation: Cancellation);
        var store = ObjectStores.Open(_folder.Path);
        await cluster.Url.ExecuteAsync("create table t (n int, filler text)");
        for (var kills = 0; kills < 3; kills++)
        {
            using var child = await Child.StartAsync(cluster.Url, "wal", _folder.Path, keys.Ours.Recipient, "50");
            var before = (await WalCatalog.PiecesAsync(store, null, Cancellation)).Count;
            for (var deadline = DateTime.UtcNow.AddSeconds(30); (await WalCatalog.PiecesAsync(store, null, Cancellation)).Count < before + 3;)
            {
                DateTime.UtcNow.ShouldBeLessThan(deadline);
                await cluster.Url.ExecuteAsync("insert into t select n, repeat('x', 500) from generate_series(1, 2000) n");
            }
            (await child.KillAfterAsync(TimeSpan.FromMilliseconds(kills * 17))).ShouldBeTrue();
        }

        var pieces = (await WalCatalog.PiecesAsync(store, null, Cancellation)).OrderBy(piece => piece.Start).ToArray();
        WalChain.Gaps(pieces).ShouldBeEmpty();
        pieces.Zip(pieces.Skip(1)).ShouldAllBe(pair => pair.First.End == pair.Second.Start, "no byte twice");
    }
}
