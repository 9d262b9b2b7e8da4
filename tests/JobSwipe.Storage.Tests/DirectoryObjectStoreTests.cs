using JobSwipe.Tools.Processes;

namespace JobSwipe.Storage.Tests;

public sealed class DirectoryObjectStoreTests : ObjectStoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = TemporaryFolder.Create("store");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    protected override Task<IObjectStore> NewStoreAsync() => Task.FromResult(ObjectStores.Open(Path.Combine(_folder.Path, "store")));

    [Fact]
    public async Task Names_the_folder_and_the_remedy_when_it_cannot_be_made()
    {
        var file = Path.Combine(_folder.Path, "file");
        await File.WriteAllTextAsync(file, "", Cancellation);
        var store = new DirectoryObjectStore(Path.Combine(file, "below"));

        var error = await Should.ThrowAsync<StoreNotWritable>(() => store.CheckWritableAsync(Cancellation));

        error.Problem.ShouldContain(Path.Combine(file, "below"));
        error.Remedy.ShouldContain("--store");
        await Should.ThrowAsync<StoreNotWritable>(() => store.PutTextAsync("k", "x", WriteCondition.None, Cancellation));
    }

    [Fact]
    public async Task Says_when_its_file_system_is_read_only()
    {
        using var disk = await SmallDisk.MountAsync("ro,size=1m");

        await Should.ThrowAsync<StoreNotWritable>(() => new DirectoryObjectStore(disk.Folder).CheckWritableAsync(Cancellation));
    }

    [Fact]
    public async Task Says_when_the_disk_is_full_and_leaves_nothing_half_done()
    {
        using var disk = await SmallDisk.MountAsync("size=1m");
        var store = new DirectoryObjectStore(disk.Folder);
        await store.PutTextAsync("before", "x", WriteCondition.IsNew, Cancellation);

        var error = await Should.ThrowAsync<StoreFull>(() => store.PutAsync("k", new PipeLike(new byte[4_000_000]), WriteCondition.IsNew, Cancellation));

        error.Problem.ShouldContain(disk.Folder);
        (await Keys(store, "")).ShouldBe(["before"]);
        Directory.GetFiles(disk.Folder, "*.new", SearchOption.AllDirectories).ShouldBeEmpty();
        await store.PutAsync("k", new PipeLike(new byte[500_000]), WriteCondition.IsNew, Cancellation);
    }

    [Fact]
    public async Task Clears_away_what_a_killed_writer_left_but_not_what_a_living_one_writes()
    {
        var store = await NewStoreAsync();
        await store.CheckWritableAsync(Cancellation);
        var own = Path.Combine(_folder.Path, "store", ".store");
        await File.WriteAllTextAsync(Path.Combine(own, "dead.new"), "half", Cancellation);
        await using var living = new FileStream(Path.Combine(own, "living.new"), FileMode.CreateNew, FileAccess.Write, FileShare.None);

        await store.CheckWritableAsync(Cancellation);

        Directory.GetFiles(own, "*.new").Select(Path.GetFileName).ShouldBe(["living.new"]);
    }

    [Fact]
    public async Task Removes_a_folder_with_its_last_object()
    {
        var store = await NewStoreAsync();
        await store.PutTextAsync("a/b/c", "x", WriteCondition.None, Cancellation);

        await store.DeleteAsync("a/b/c", Cancellation);

        Directory.Exists(Path.Combine(_folder.Path, "store", "a")).ShouldBeFalse();
        Directory.Exists(Path.Combine(_folder.Path, "store")).ShouldBeTrue();
    }
}
