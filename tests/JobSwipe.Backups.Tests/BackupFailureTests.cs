using System.Diagnostics;
using JobSwipe.Storage.Tests;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Backups.Tests;

/// <summary>They kill children of this process by name, and so run when no other test does.</summary>
[CollectionDefinition(nameof(BackupFailureTests), DisableParallelization = true)]
[Collection(nameof(BackupFailureTests))]
public sealed class BackupFailureTests(TestPostgres databases, Keys keys) : IDisposable
{
    // Big enough that something can happen while it is dumped.
    private const string Incompressible = "create table big as select n, sha512(n::text::bytea) || sha512((-n)::text::bytea) as t from generate_series(1, 60000) n";

    private readonly TemporaryFolder _folder = TemporaryFolder.Create("backups");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IObjectStore Store => field ??= ObjectStores.Open(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Says_that_the_disk_is_full_and_leaves_nothing_of_the_backup_and_no_process()
    {
        using var disk = await SmallDisk.MountAsync("size=2m");
        var store = ObjectStores.Open(disk.Folder);
        await store.PutTextAsync("before", "x", WriteCondition.IsNew, Cancellation);
        var url = await databases.NewFromAsync(Incompressible);

        var error = await Should.ThrowAsync<StoreFull>(() => Backup.CreateAsync(url, store, keys.Options, cancellation: Cancellation));

        error.Problem.ShouldContain(disk.Folder);
        Directory.GetFiles(disk.Folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName).Where(name => !BackupId.IsId(Path.GetFileNameWithoutExtension(name)!)).ShouldBe(["before", "lock"], ignoreOrder: true);
        await NothingRunsAsync(url);
    }

    [Fact]
    public async Task Leaves_nothing_when_the_server_ends_the_dump()
    {
        var url = await databases.NewFromAsync(Incompressible);

        var error = await Should.ThrowAsync<BackupFailed>(() => Backup.CreateAsync(url, Store, keys.Options,
            OnFirstBytes(() => url.ExecuteAsync("select pg_terminate_backend(pid) from pg_stat_activity where query like 'COPY%' and datname = current_database()").GetAwaiter().GetResult()),
            Cancellation));

        error.Problem.ShouldContain("pg_dump");
        error.Message.ShouldContain("terminat");
        Everything().ShouldBeEmpty();
        await NothingRunsAsync(url);
    }

    [Theory]
    [InlineData("zstd")]
    [InlineData("age")]
    [InlineData("pg_dump")]
    public async Task Leaves_nothing_when_a_tool_is_killed(string tool)
    {
        var url = await databases.NewFromAsync(Incompressible);

        var error = await Should.ThrowAsync<BackupFailed>(() => Backup.CreateAsync(url, Store, keys.Options, OnFirstBytes(() =>
        {
            foreach (var child in Children(tool)) child.Kill();
        }), Cancellation));

        error.Problem.ShouldContain($"'{tool} ");
        error.Problem.ShouldContain("137");
        Everything().ShouldBeEmpty();
        await NothingRunsAsync(url);
    }

    [Fact]
    public async Task Leaves_nothing_when_it_is_cancelled()
    {
        var url = await databases.NewFromAsync(Incompressible);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        await Should.ThrowAsync<OperationCanceledException>(() => Backup.CreateAsync(url, Store, keys.Options, OnFirstBytes(stop.Cancel), stop.Token));

        Everything().ShouldBeEmpty();
        await NothingRunsAsync(url);
    }

    private string[] Everything() => [.. Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "lock" && !file.Contains("/failures/"))];

    private static Action<BackupProgress> OnFirstBytes(Action action)
    {
        var done = 0;
        return progress =>
        {
            if (progress.PlainBytes > 1_000_000 && Interlocked.Exchange(ref done, 1) == 0) action();
        };
    }

    private static IEnumerable<Process> Children(string name) => Process.GetProcessesByName(name).Where(process => ParentOf(process.Id) == Environment.ProcessId);

    private static int ParentOf(int id)
    {
        try
        {
            return int.Parse(File.ReadAllText($"/proc/{id}/stat").Split(") ")[^1].Split(' ')[1]);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static async Task NothingRunsAsync(DatabaseUrl url)
    {
        // A session notices that its client is gone a moment later.
        var deadline = DateTime.UtcNow.AddSeconds(10);
        while (await url.QueryAsync<long>("select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'") > 0)
            DateTime.UtcNow.ShouldBeLessThan(deadline);
    }
}
