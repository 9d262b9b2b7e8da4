using JobSwipe.Storage.Tests;
using JobSwipe.Tools;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Backups.Tests;

public sealed class BackupTests(TestPostgres databases, Keys keys, MotoServer server) : IDisposable
{
    private readonly TemporaryFolder _folder = TemporaryFolder.Create("backups");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IObjectStore Store => field ??= ObjectStores.Open(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(0)]
    public async Task Is_proved_by_restoring_whether_tables_have_archives_of_their_own_or_not(long splitAbove)
    {
        var url = await databases.NewSeededAsync();
        var facts = await url.FactsAsync();

        var manifest = await Backup.CreateAsync(url, Store, keys.Options with { SplitAbove = splitAbove, Release = "1.2.3" }, cancellation: Cancellation);
        var drill = await RestoreDrill.RunAsync(Store, null, databases.Cluster.Url, keys.Ours.IdentityFile, cancellation: Cancellation);
        var into = databases.Cluster.Url.WithDatabase(url.Database + "_restored");
        await Restore.RunAsync(Store, manifest.Id, into, keys.Ours.IdentityFile, cancellation: Cancellation);

        manifest.Objects.Count(part => part.Kind == ObjectKind.Table).ShouldBe(splitAbove == 0 ? 5 : 0);
        (manifest.Release, manifest.MigrationHead, manifest.Database).ShouldBe(("1.2.3", null, url.Database));
        manifest.Tables.Sum(table => table.Rows).ShouldBe(2000 + 10 + 500 + 365);
        drill.Equal.ShouldBeTrue();
        drill.BackupId.ShouldBe(manifest.Id);
        (await into.FactsAsync()).ShouldBe(facts);
        (await databases.Cluster.Url.QueryAsync<long>($"select count(*) from pg_database where datname ~ '({into.Database}_)'")).ShouldBe(0);
    }

    [Fact]
    public async Task Holds_one_moment_although_tables_are_dumped_at_different_times()
    {
        var url = await databases.NewAsync();
        await url.ExecuteAsync("""
            create table a (n int); create table b (n int);
            insert into a select n from generate_series(1, 20000) n; insert into b select n from generate_series(1, 20000) n;
            """);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        // Moves rows from one table to the other all the time; their number over both stays the same.
        var moving = Task.Run(async () =>
        {
            await using var connection = await url.OpenAsync(Cancellation);
            while (!stop.IsCancellationRequested)
            {
                await using var move = connection.CreateCommand();
                move.CommandText = "with gone as (delete from a where ctid in (select ctid from a limit 50) returning n) insert into b select n from gone";
                await move.ExecuteNonQueryAsync(Cancellation);
            }
        }, Cancellation);

        var manifest = await Backup.CreateAsync(url, Store, keys.Options with { SplitAbove = 0 }, cancellation: Cancellation);
        await stop.CancelAsync();
        await moving;
        var drill = await RestoreDrill.RunAsync(Store, manifest.Id, databases.Cluster.Url, keys.Ours.IdentityFile, cancellation: Cancellation);

        drill.Equal.ShouldBeTrue();
        drill.Rows.ShouldBe(40_000);
        (await url.QueryAsync<long>("select count(*) from a")).ShouldBeLessThan(20_000);
    }

    [Fact]
    public async Task Goes_to_a_bucket_and_comes_back()
    {
        using var store = await server.NewStoreAsync();
        var url = await databases.NewSeededAsync();

        var manifest = await Backup.CreateAsync(url, store, keys.Options, cancellation: Cancellation);

        (await RestoreDrill.RunAsync(store, manifest.Id, databases.Cluster.Url, keys.Ours.IdentityFile, cancellation: Cancellation)).Equal.ShouldBeTrue();
        (await Backup.VerifyAsync(store, manifest.Id, cancellation: Cancellation)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Opens_for_each_of_several_recipients()
    {
        var url = await databases.NewSeededAsync();

        await Backup.CreateAsync(url, Store, keys.Options with { Recipients = [keys.Ours.Recipient, keys.Others.Recipient] }, cancellation: Cancellation);

        foreach (var key in new[] { keys.Ours, keys.Others })
            (await RestoreDrill.RunAsync(Store, null, databases.Cluster.Url, key.IdentityFile, cancellation: Cancellation)).Equal.ShouldBeTrue();
    }

    [Fact]
    public async Task Is_encrypted_in_the_store_and_keeps_its_key_to_itself()
    {
        var url = await databases.NewAsync();
        await url.ExecuteAsync("create table secrets (t text); insert into secrets select 'very-secret-word' from generate_series(1, 1000)");

        await Backup.CreateAsync(url, Store, keys.Options, cancellation: Cancellation);

        foreach (var file in Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories))
        {
            var text = await File.ReadAllTextAsync(file, Cancellation);
            text.ShouldNotContain("very-secret-word");
            text.ShouldNotContain(url.Password!);
            if (file.EndsWith(".age", StringComparison.Ordinal)) text.ShouldStartWith("age-encryption.org/v1");
        }
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(keys.Ours.IdentityFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Tells_how_far_it_has_come()
    {
        var url = await databases.NewSeededAsync();
        var told = new System.Collections.Concurrent.ConcurrentQueue<BackupProgress>();

        var manifest = await Backup.CreateAsync(url, Store, keys.Options, told.Enqueue, Cancellation);

        told.Max(progress => progress.StoredBytes).ShouldBe(manifest.StoredBytes);
        told.Max(progress => progress.PlainBytes).ShouldBe(manifest.Objects.Sum(part => part.PlainBytes));
        told.ShouldAllBe(progress => progress.EstimatedBytes > 0);
    }

    [Fact]
    public async Task Manifests_are_written_as_they_always_were_for_their_own_sum_to_hold()
    {
        var manifest = await Backup.CreateAsync(await databases.NewSeededAsync(), Store, keys.Options with { Release = "1.0 \"é\" <x>" }, cancellation: Cancellation);

        var odd = manifest with { Invalid = ["a.b"] };

        manifest.ToJson().ShouldBe(Json.Write(manifest.Sealed()));
        odd.ToJson().ShouldBe(Json.Write(odd.Sealed()));
        BackupManifest.Parse(odd.Id, odd.ToJson()).Invalid.ShouldBe(["a.b"]);
    }

    [Fact]
    public async Task Lists_newest_first_and_leaves_out_what_has_no_manifest()
    {
        var url = await databases.NewAsync();
        var first = await Backup.CreateAsync(url, Store, keys.Options, cancellation: Cancellation);
        var older = first with { Id = "20200101T000000Z-000000" };
        await Store.PutTextAsync($"backups/{older.Id}/manifest.json", older.ToJson(), WriteCondition.IsNew, Cancellation);
        await Store.PutTextAsync("backups/20200102T000000Z-000000/manifest.json", older.ToJson(), WriteCondition.IsNew, Cancellation);
        await Store.PutTextAsync("backups/20990101T000000Z-000000/main.dump.zst.age", "half", WriteCondition.IsNew, Cancellation);

        var list = await Backup.ListAsync(Store, Cancellation);

        list.Select(entry => entry.Id).ShouldBe([first.Id, "20200102T000000Z-000000", older.Id]);
        list[1].Problem.ShouldNotBeNull().ShouldContain(older.Id);
        list[2].Manifest!.Database.ShouldBe(url.Database);
    }

    [Fact]
    public async Task Is_restored_by_the_very_commands_of_its_readme()
    {
        var url = await databases.NewSeededAsync();
        var manifest = await Backup.CreateAsync(url, Store, keys.Options with { SplitAbove = 100_000 }, cancellation: Cancellation);
        manifest.Objects.ShouldContain(part => part.Kind == ObjectKind.Table);
        var folder = Path.Combine(_folder.Path, "backups", manifest.Id);
        var readme = await File.ReadAllTextAsync(Path.Combine(folder, "README.md"), Cancellation);
        var blocks = readme.Split("```bash\n").Skip(1).Select(block => block.Split("```")[0]).ToArray();
        var into = databases.Cluster.Url.WithDatabase(url.Database + "_by_hand");

        foreach (var block in blocks)
        {
            await new Command("bash", "-e", "-c", block) { WorkingDirectory = folder }
                .With(into.ToEnvironment())
                .With(new Dictionary<string, string?> { ["IDENTITY"] = keys.Ours.IdentityFile, ["NEW"] = into.Database, ["PATH"] = $"{PostgresTools.Find().Folder}:/usr/local/bin:/usr/bin:/bin" })
                .OutputAsync(Cancellation);
        }

        blocks.Length.ShouldBe(2);
        (await into.FactsAsync()).ShouldBe(await url.FactsAsync());
    }
}
