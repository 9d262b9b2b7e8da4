using System.Collections.Concurrent;
using JobSwipe.Backups.Physical;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Backups.Tests;

public sealed class PointInTimeTests(Keys keys) : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Settings = new() { ["synchronous_commit"] = "on" };
    private readonly TemporaryFolder _folder = TemporaryFolder.Create("pitr");
    private readonly List<Archiver> _archivers = [];
    private PostgresCluster _cluster = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IObjectStore Store => field ??= ObjectStores.Open(Path.Combine(_folder.Path, "store"));

    private WalArchiveOptions Options => new() { Recipients = [keys.Ours.Recipient], Flush = TimeSpan.FromMilliseconds(500) };

    public async ValueTask InitializeAsync() => _cluster = await PostgresCluster.StartAsync(settings: Settings);

    public async ValueTask DisposeAsync()
    {
        foreach (var archiver in _archivers) await archiver.DisposeAsync();
        await _cluster.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Every_committed_value_up_to_just_before_a_table_was_dropped_is_there_again_although_the_archiver_was_restarted()
    {
        var url = _cluster.Url;
        await url.ExecuteAsync("create table counter (n int primary key, at timestamptz default clock_timestamp()); create table precious as select generate_series(1, 1000) n");
        var archiver = StartArchiver();
        var manifest = await BaseBackup.CreateAsync(url, Store, keys.Options, cancellation: Cancellation);
        var committed = new ConcurrentQueue<int>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var workload = WriteAsync(url, committed, stop.Token);
        await UntilAsync(() => committed.Count >= 5);
        await archiver.StopAsync();
        await UntilAsync(() => committed.Count >= 15);
        archiver = StartArchiver();
        await UntilAsync(() => committed.Count >= 25);

        var last = committed.Max();
        var moment = await url.QueryAsync<DateTime>("select clock_timestamp()");
        await url.ExecuteAsync("drop table precious");
        await UntilAsync(() => committed.Max() > last + 3);
        await stop.CancelAsync();
        await workload;
        await CoveredAsync(moment);
        await archiver.StopAsync();
        var target = Path.Combine(_folder.Path, "restored");
        var report = await PointInTime.RestoreAsync(Store, RecoveryTarget.Parse(moment.ToString("O"), null, null), target, keys.Ours.IdentityFile, cancellation: Cancellation);

        report.BaseBackupId.ShouldBe(manifest.Id);
        report.LastTransaction!.Value.UtcDateTime.ShouldBeLessThanOrEqualTo(moment);
        WalChain.Gaps(await WalCatalog.PiecesAsync(Store, manifest.System, Cancellation)).ShouldBeEmpty();
        await using var restored = await RestoredCluster.StartAsync(target);
        (await restored.Url.QueryAsync<long>("select count(*) from precious")).ShouldBe(1000);
        (await restored.Url.QueryAsync<int>("select max(n) from counter")).ShouldBeGreaterThanOrEqualTo(last);
        (await restored.Url.QueryAsync<long>("select count(*) from counter")).ShouldBe(await restored.Url.QueryAsync<int>("select max(n) from counter"));
        (await restored.Url.QueryAsync<bool>($"select max(at) <= '{moment:O}' from counter")).ShouldBeTrue();
    }

    [Fact]
    public async Task Restores_positions_and_names_and_the_time_after_the_last_change_and_says_what_is_possible()
    {
        var url = _cluster.Url;
        await url.ExecuteAsync("create table counter (n int)");
        var archiver = StartArchiver();
        var first = await BaseBackup.CreateAsync(url, Store, keys.Options, cancellation: Cancellation);
        await url.ExecuteAsync("insert into counter values (1)");
        var position = await url.QueryAsync<string>("select pg_current_wal_lsn()::text");
        await url.ExecuteAsync("insert into counter values (2)");
        await url.ExecuteAsync("select pg_create_restore_point('before the release')");
        await url.ExecuteAsync("insert into counter values (3); select pg_switch_wal()");
        await BaseBackup.CreateAsync(url, Store, keys.Options, cancellation: Cancellation);
        var idle = await url.QueryAsync<DateTime>("select clock_timestamp()");
        await CoveredAsync(idle);
        await archiver.StopAsync();

        (await RestoredAsync(RecoveryTarget.Parse(null, position, null))).ShouldBe(1);
        (await RestoredAsync(RecoveryTarget.Parse(null, null, "before the release"))).ShouldBe(2);
        (await RestoredAsync(RecoveryTarget.Parse(idle.ToString("O"), null, null))).ShouldBe(3);
        foreach (var target in new[] { RecoveryTarget.Parse("2001-01-01T00:00:00Z", null, null), RecoveryTarget.Parse("2101-01-01T00:00:00Z", null, null), RecoveryTarget.Parse(null, "FF/0", null) })
        {
            var error = await Should.ThrowAsync<MomentNotRestorable>(() => PointInTime.RestoreAsync(Store, target, Path.Combine(_folder.Path, "never"), keys.Ours.IdentityFile, cancellation: Cancellation));
            error.Remedy.ShouldContain(first.StopLsn);
            Directory.Exists(Path.Combine(_folder.Path, "never")).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Alarms_on_a_gap_and_refuses_the_moments_in_it()
    {
        var url = _cluster.Url;
        await url.ExecuteAsync("create table counter (n int)");
        var archiver = StartArchiver();
        await BaseBackup.CreateAsync(url, Store, keys.Options, cancellation: Cancellation);
        await archiver.StopAsync();
        // Somebody drops the slot, and the server forgets.
        await url.ExecuteAsync("select pg_drop_replication_slot('jobswipe_wal')");
        for (var i = 0; i < 3; i++) await url.ExecuteAsync("insert into counter values (1); select pg_switch_wal(); checkpoint");
        var inGap = await url.QueryAsync<DateTime>("select clock_timestamp()");
        await url.ExecuteAsync("insert into counter values (2); select pg_switch_wal(); checkpoint");

        archiver = StartArchiver(Options with { MostSlotBytes = -1 });
        await url.ExecuteAsync("insert into counter values (3)");
        await CoveredAsync(await url.QueryAsync<DateTime>("select clock_timestamp()"));
        await archiver.StopAsync();

        archiver.Events.ShouldContain(one => one.Kind == WalEventKind.Alarm && one.Text.Contains("gone from the server"));
        archiver.Events.ShouldContain(one => one.Kind == WalEventKind.Alarm && one.Text.Contains("its disk may become full"));
        WalChain.Gaps(await WalCatalog.PiecesAsync(Store, null, Cancellation)).ShouldHaveSingleItem();
        var error = await Should.ThrowAsync<MomentNotRestorable>(() => PointInTime.RestoreAsync(
            Store, RecoveryTarget.Parse(inGap.ToString("O"), null, null), Path.Combine(_folder.Path, "never"), keys.Ours.IdentityFile, cancellation: Cancellation));
        error.Possible.ShouldHaveSingleItem().To.UtcDateTime.ShouldBeLessThan(inGap);
    }

    [Fact]
    public async Task Refuses_a_user_who_may_not_replicate_and_leaves_nothing()
    {
        await _cluster.Url.ExecuteAsync("create role plain login password 'hush'");
        var plain = _cluster.Url with { User = "plain", Password = "hush" };

        foreach (var run in new Func<Task>[]
        {
            () => WalArchive.RunAsync(plain, Store, Options, cancellation: Cancellation),
            () => BaseBackup.CreateAsync(plain, Store, keys.Options, cancellation: Cancellation),
        })
            (await Should.ThrowAsync<ReplicationRefused>(run)).Remedy.ShouldContain("alter role \"plain\" replication");

        (await BaseBackupCatalog.ListAsync(Store, Cancellation)).ShouldBeEmpty();
    }

    private async Task<int> RestoredAsync(RecoveryTarget target)
    {
        var folder = Path.Combine(_folder.Path, Guid.NewGuid().ToString("N"));
        await PointInTime.RestoreAsync(Store, target, folder, keys.Ours.IdentityFile, cancellation: Cancellation);
        await using var restored = await RestoredCluster.StartAsync(folder);
        return await restored.Url.QueryAsync<int>("select max(n) from counter");
    }

    private static async Task WriteAsync(DatabaseUrl url, ConcurrentQueue<int> committed, CancellationToken stop)
    {
        await using var connection = await url.OpenAsync(CancellationToken.None);
        for (var n = 1; !stop.IsCancellationRequested; n++)
        {
            await using var insert = new Npgsql.NpgsqlCommand($"insert into counter values ({n})", connection);
            await insert.ExecuteNonQueryAsync(CancellationToken.None);
            committed.Enqueue(n);
            // The workload's own rhythm, not a wait for something.
            await Task.Delay(100, CancellationToken.None);
        }
    }

    private Archiver StartArchiver(WalArchiveOptions? options = null)
    {
        var archiver = new Archiver(_cluster.Url, Store, options ?? Options);
        _archivers.Add(archiver);
        return archiver;
    }

    private async Task CoveredAsync(DateTime moment)
    {
        var deadline = DateTime.UtcNow.AddSeconds(30);
        while (true)
        {
            await foreach (var info in Store.ListAsync("wal/", Cancellation))
                if (info.Key.EndsWith("state.json", StringComparison.Ordinal)
                    && Tools.Json.Read<WalState>(await Store.GetTextAsync(info.Key, Cancellation), "state").CoveredAt.UtcDateTime > moment) return;
            DateTime.UtcNow.ShouldBeLessThan(deadline);
            await Task.Delay(50, Cancellation);
        }
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var deadline = DateTime.UtcNow.AddSeconds(30); !condition(); await Task.Delay(20, Cancellation)) DateTime.UtcNow.ShouldBeLessThan(deadline);
    }

    private sealed class Archiver : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _run;

        public Archiver(DatabaseUrl url, IObjectStore store, WalArchiveOptions options) =>
            _run = Task.Run(() => WalArchive.RunAsync(url, store, options, Events.Enqueue, _stop.Token));

        public ConcurrentQueue<WalEvent> Events { get; } = new();

        public async Task StopAsync()
        {
            await _stop.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => _run);
        }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _run.ContinueWith(_ => { }, TaskScheduler.Default);
            _stop.Dispose();
        }
    }
}
