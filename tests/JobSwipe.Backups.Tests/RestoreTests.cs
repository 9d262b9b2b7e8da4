using JobSwipe.Tools.Processes;

namespace JobSwipe.Backups.Tests;

public sealed class RestoreTests(TestPostgres databases, Keys keys, SampleBackup sample) : IClassFixture<SampleBackup>, IDisposable
{
    private readonly TemporaryFolder _folder = TemporaryFolder.Create("backups");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IObjectStore Store => field ??= ObjectStores.Open(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Refuses_a_database_that_holds_something()
    {
        var (url, manifest) = await NewBackupAsync();

        var error = await Should.ThrowAsync<DatabaseNotEmpty>(() => RestoreAsync(manifest, url));

        error.Problem.ShouldContain(url.Database);
        error.Remedy.ShouldContain("--replace");
        await Untouched(url);
    }

    [Fact]
    public async Task Replaces_it_when_asked_and_keeps_the_old_one()
    {
        var (url, manifest) = await NewBackupAsync();
        await url.ExecuteAsync("drop table people cascade; create table later (id int)");
        await using var somebody = await url.OpenAsync(Cancellation);

        var report = await RestoreAsync(manifest, url, new RestoreOptions { Replace = true, Owners = true });

        (await url.QueryAsync<long>("select count(*) from people")).ShouldBe(2000);
        (await url.WithDatabase(report.Kept!).QueryAsync<bool>("select to_regclass('later') is not null")).ShouldBeTrue();
        report.Tables.ShouldAllBe(table => table.Equal);
    }

    [Fact]
    public async Task Fills_a_database_that_is_there_and_empty()
    {
        var (_, manifest) = await NewBackupAsync();
        var empty = await databases.NewAsync();

        var report = await RestoreAsync(manifest, empty);

        report.Kept.ShouldBeNull();
        (await empty.QueryAsync<long>("select count(*) from people")).ShouldBe(2000);
        (await databases.Cluster.Url.QueryAsync<long>($"select count(*) from pg_database where datname like '{empty.Database}%before%'")).ShouldBe(0);
    }

    [Fact]
    public async Task Names_the_damaged_object_both_hashes_and_the_next_older_backup_and_touches_nothing()
    {
        var (url, manifest) = await NewBackupAsync();
        var older = manifest with { Id = "20200101T000000Z-000000" };
        await Store.PutTextAsync($"backups/{older.Id}/manifest.json", older.ToJson(), WriteCondition.IsNew, Cancellation);
        var file = FileOf(manifest);
        var bytes = await File.ReadAllBytesAsync(file, Cancellation);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Cancellation);

        foreach (var run in new Func<Task>[]
        {
            () => RestoreAsync(manifest, url, new RestoreOptions { Replace = true }),
            () => RestoreDrill.RunAsync(Store, manifest.Id, url, keys.Ours.IdentityFile, cancellation: Cancellation),
            () => Backup.VerifyAsync(Store, manifest.Id, cancellation: Cancellation),
        })
        {
            var error = await Should.ThrowAsync<BackupNotRestorable>(run);
            error.Damaged.ShouldBe("main.dump.zst.age");
            error.Problem.ShouldContain(manifest.Objects[0].StoredSha256);
            error.Problem.ShouldContain(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
            error.Remedy.ShouldContain(older.Id);
        }
        await Untouched(url);
    }

    [Theory]
    [InlineData(ObjectKind.Main)]
    [InlineData(ObjectKind.Table)]
    public async Task Names_the_damaged_one_of_many_archives_and_touches_nothing(ObjectKind kind)
    {
        var url = await databases.NewSeededAsync();
        var manifest = await Backup.CreateAsync(url, Store, keys.Options with { SplitAbove = 0 }, cancellation: Cancellation);
        var damaged = manifest.Objects.Last(part => part.Kind == kind).Name;
        var file = Path.Combine(_folder.Path, "backups", manifest.Id, damaged);
        var bytes = await File.ReadAllBytesAsync(file, Cancellation);
        bytes[^5] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Cancellation);

        (await Should.ThrowAsync<BackupNotRestorable>(() => RestoreAsync(manifest, url, new RestoreOptions { Replace = true }))).Damaged.ShouldBe(damaged);

        await Untouched(url);
    }

    [Fact]
    public async Task Stops_many_archives_at_once_and_leaves_the_target_when_it_is_cancelled()
    {
        var url = await databases.NewSeededAsync();
        var manifest = await Backup.CreateAsync(url, Store, keys.Options with { SplitAbove = 0 }, cancellation: Cancellation);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        await Should.ThrowAsync<OperationCanceledException>(() => Restore.RunAsync(Store, manifest.Id, url, keys.Ours.IdentityFile,
            new RestoreOptions { Replace = true }, progress => { if (progress.What != "main.dump.zst.age") stop.Cancel(); }, stop.Token));

        await Untouched(url);
    }

    [Fact]
    public async Task Names_an_object_that_was_cut_off_or_is_missing_and_touches_nothing()
    {
        var (url, manifest) = await NewBackupAsync();
        var file = FileOf(manifest);
        await using (var cut = File.OpenWrite(file)) cut.SetLength(1000);
        (await Should.ThrowAsync<BackupNotRestorable>(() => RestoreAsync(manifest, url, new RestoreOptions { Replace = true }))).Problem.ShouldContain("has 1000 bytes");

        File.Delete(file);
        (await Should.ThrowAsync<BackupNotRestorable>(() => RestoreAsync(manifest, url, new RestoreOptions { Replace = true }))).Problem.ShouldContain("is missing");

        await Untouched(url);
    }

    [Fact]
    public async Task Refuses_a_manifest_that_was_edited()
    {
        var (url, manifest) = await NewBackupAsync();
        var file = Path.Combine(_folder.Path, "backups", manifest.Id, "manifest.json");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, Cancellation)).Replace("\"rows\": 2000", "\"rows\": 2001"), Cancellation);

        (await Should.ThrowAsync<ManifestInvalid>(() => RestoreAsync(manifest, url, new RestoreOptions { Replace = true }))).Problem.ShouldContain("changed");
    }

    [Fact]
    public async Task Refuses_the_identity_of_somebody_else_a_file_without_one_and_none()
    {
        var (url, manifest) = await NewBackupAsync();
        var empty = Path.Combine(_folder.Path, "empty.txt");
        await File.WriteAllTextAsync(empty, "# nothing\n", Cancellation);

        var wrong = await Should.ThrowAsync<IdentityWrong>(() => Restore.RunAsync(Store, null, url, keys.Others.IdentityFile, cancellation: Cancellation));
        wrong.Problem.ShouldContain(keys.Ours.Recipient);
        (await Should.ThrowAsync<IdentityMissing>(() => Restore.RunAsync(Store, null, url, empty, cancellation: Cancellation))).Problem.ShouldContain(empty);
        (await Should.ThrowAsync<IdentityMissing>(() => Restore.RunAsync(Store, null, url, "/no/such/file", cancellation: Cancellation))).Problem.ShouldContain("/no/such/file");
    }

    [Theory]
    [InlineData(null, "There is no backup in")]
    [InlineData("20200101T000000Z-000000", "'20200101T000000Z-000000'")]
    [InlineData("../../etc", "'../../etc'")]
    public async Task Says_that_there_is_no_such_backup(string? id, string why) =>
        (await Should.ThrowAsync<BackupMissing>(() => Restore.RunAsync(Store, id, databases.Cluster.Url, keys.Ours.IdentityFile, cancellation: Cancellation)))
            .Problem.ShouldContain(why);

    [Fact]
    public async Task Leaves_the_target_and_no_scratch_database_when_it_is_cancelled()
    {
        var (url, manifest) = await NewBackupAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        await Should.ThrowAsync<OperationCanceledException>(() => Restore.RunAsync(Store, manifest.Id, url, keys.Ours.IdentityFile,
            new RestoreOptions { Replace = true }, _ => stop.Cancel(), stop.Token));

        await Untouched(url);
    }

    [Fact]
    public async Task A_drill_says_which_table_is_not_what_was_backed_up()
    {
        var (url, manifest) = await NewBackupAsync();
        var people = manifest.Tables.Single(table => table.Table.Name == "people");
        var claimed = manifest with { Tables = [people with { Rows = 2001 }, new BackedUpTable(new TableName("public", "gone"), 1, "1", 1, "main.dump.zst.age")] };
        await Store.PutTextAsync($"backups/{manifest.Id}/manifest.json", claimed.ToJson(), WriteCondition.None, Cancellation);

        var report = await RestoreDrill.RunAsync(Store, manifest.Id, url, keys.Ours.IdentityFile, cancellation: Cancellation);

        report.Equal.ShouldBeFalse();
        report.Tables.Select(table => (table.Table.Name, table.RowsExpected, table.RowsFound, table.ChecksumEqual)).ShouldBe([("people", 2001, 2000, true), ("gone", 1, null, false)]);
    }

    private async Task<(DatabaseUrl, BackupManifest)> NewBackupAsync()
    {
        return (await databases.NewSeededAsync(), await sample.CopyToAsync(_folder.Path));
    }

    private Task<RestoreReport> RestoreAsync(BackupManifest manifest, DatabaseUrl into, RestoreOptions? options = null) =>
        Restore.RunAsync(Store, manifest.Id, into, keys.Ours.IdentityFile, options, cancellation: Cancellation);

    private string FileOf(BackupManifest manifest) => Path.Combine(_folder.Path, "backups", manifest.Id, "main.dump.zst.age");

    private static async Task Untouched(DatabaseUrl url)
    {
        (await url.QueryAsync<long>("select count(*) from people")).ShouldBe(2000);
        (await url.QueryAsync<long>($"select count(*) from pg_database where datname ~ '^({url.Database}_restoring|{url.Database}_before)'")).ShouldBe(0);
    }
}
