using System.Net;
using System.Net.Sockets;
using System.Text;
using JobSwipe.Backups.Physical;
using JobSwipe.Tools;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Backups.Tests;

public sealed class StatusTests(SampleBackup sample, TestPostgres databases, Keys keys) : IClassFixture<SampleBackup>, IDisposable
{
    private readonly TemporaryFolder _folder = TemporaryFolder.Create("status");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IObjectStore Store => field ??= ObjectStores.Open(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Says_that_there_is_none() =>
        (await BackupStatusReader.ReadAsync(Store, cancellation: Cancellation)).Problems.ShouldBe(["there is no backup"]);

    [Fact]
    public async Task Is_well_after_a_backup_and_a_drill_and_complains_as_they_grow_old()
    {
        var manifest = await sample.CopyToAsync(_folder.Path);
        (await ReadAsync(manifest.StartedAt.AddHours(1))).Problems.ShouldBe(["no backup was ever proved by restoring"]);
        var drill = await RestoreDrill.RunAsync(Store, null, databases.Cluster.Url, keys.Ours.IdentityFile,
            new DrillOptions { SmokeQueries = ["select 1 from people limit 1"] }, cancellation: Cancellation);

        var status = await ReadAsync(manifest.StartedAt.AddHours(1));

        drill.Checks.Select(check => check.Outcome).ShouldBe([CheckOutcome.Passed, CheckOutcome.Passed, CheckOutcome.Passed]);
        status.Problems.ShouldBeEmpty();
        status.LastProof!.Seconds.ShouldBe(drill.Seconds);
        status.LossSeconds!.Value.ShouldBe(3600, 1);
        StatusText.Lines(status).ShouldContain(line => line.StartsWith("newest") && line.Contains(manifest.Id));
        (await ReadAsync(manifest.StartedAt.AddHours(30))).Problems.ShouldHaveSingleItem().ShouldContain("30.0 hours old");
        (await ReadAsync(manifest.StartedAt.AddDays(9))).Problems.Count.ShouldBe(2);
        (await ReadAsync(manifest.StartedAt.AddHours(-1))).Problems.ShouldContain(problem => problem.Contains("a clock is wrong"));
    }

    [Fact]
    public async Task A_drill_fails_for_a_smoke_query_without_rows_and_for_one_that_writes_and_the_proof_says_so()
    {
        var manifest = await sample.CopyToAsync(_folder.Path);

        var drill = await RestoreDrill.RunAsync(Store, null, databases.Cluster.Url, keys.Ours.IdentityFile,
            new DrillOptions { SmokeQueries = ["select 1 from empty", "delete from people returning 1"] }, cancellation: Cancellation);

        drill.Equal.ShouldBeFalse();
        drill.Failures.ShouldBe(["smoke: select 1 from empty: no row", "smoke: delete from people returning 1: cannot execute DELETE in a read-only transaction"]);
        (await ReadAsync(manifest.StartedAt.AddHours(1))).Problems.ShouldContain($"the drill of {manifest.Id} failed");
    }

    [Fact]
    public async Task Knows_failures_gaps_and_alarms()
    {
        var now = DateTimeOffset.UtcNow;
        await Should.ThrowAsync<BackupFailed>(() => Backup.CreateAsync(databases.Cluster.Url, new StoreThatBreaks(Store), keys.Options, cancellation: Cancellation));
        foreach (var number in new[] { 1u, 3u })
            await Store.PutTextAsync(new WalPiece("7", $"0000000100000000{number:X8}", 0, WalPiece.SegmentSize, now, new string('a', 64)).Key, "x", WriteCondition.IsNew, Cancellation);
        await Store.PutTextAsync(WalState.Key("7"), Json.Write(new WalState(1, "0/4000000", now, 5, ["the slot is lost"])), WriteCondition.None, Cancellation);

        var status = await ReadAsync(now.AddMinutes(1));

        status.Problems.ShouldContain(problem => problem.StartsWith("the last backup failed: "));
        status.Problems.ShouldContain(problem => problem.StartsWith("WAL is missing from 0/2000000 to 0/3000000"));
        status.Problems.ShouldContain("the slot is lost");
        status.Problems.ShouldContain("WAL is archived, and there is no base backup that it could follow");
        PrometheusText.Write(status, "production").ShouldContain("jobswipe_wal_gaps{environment=\"production\"} 1\n");
    }

    [Fact]
    public async Task Writes_metrics_for_the_textfile_collector_and_pushes_them()
    {
        await sample.CopyToAsync(_folder.Path);
        var text = PrometheusText.Write(await BackupStatusReader.ReadAsync(Store, cancellation: Cancellation), "a\"b");
        var file = Path.Combine(_folder.Path, "metrics", "backup.prom");
        PrometheusText.WriteFile(file, text);

        (await File.ReadAllTextAsync(file, Cancellation)).ShouldBe(text);
        Directory.GetFiles(Path.GetDirectoryName(file)!).ShouldHaveSingleItem();
        var names = text.Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToArray();
        names.ShouldAllBe(line => System.Text.RegularExpressions.Regex.IsMatch(line, "^jobswipe_[a-z_]+\\{environment=\"a\\\\\"b\"\\} [0-9.E+-]+$"));
        names.Length.ShouldBe(text.Split('\n').Count(line => line.StartsWith("# TYPE")));
        var (head, body) = await ReceivedAsync(gateway => Pushgateway.PushAsync(gateway, "production", text, Cancellation));
        head.ShouldStartWith("PUT /metrics/job/jobswipe_backup/environment/production ");
        body.ShouldBe(text);
        (await Should.ThrowAsync<MetricsNotPushed>(() => Pushgateway.PushAsync(new Uri("http://127.0.0.1:1"), "x", text, Cancellation))).Problem.ShouldContain("127.0.0.1:1");
    }

    private Task<BackupStatus> ReadAsync(DateTimeOffset at) => BackupStatusReader.ReadAsync(Store, clock: new Clock(at), cancellation: Cancellation);

    private static async Task<(string Head, string Body)> ReceivedAsync(Func<Uri, Task> send)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var sending = send(new Uri($"http://{listener.LocalEndpoint}"));
        using var client = await listener.AcceptTcpClientAsync(Cancellation);
        await using var stream = client.GetStream();
        var received = new StringBuilder();
        var buffer = new byte[8192];
        string[] parts;
        do received.Append(Encoding.UTF8.GetString(buffer, 0, await stream.ReadAsync(buffer, Cancellation)));
        while ((parts = received.ToString().Split("\r\n\r\n", 2)).Length < 2
            || parts[1].Length < int.Parse(System.Text.RegularExpressions.Regex.Match(parts[0], @"Content-Length: (\d+)").Groups[1].ValueSpan));
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), Cancellation);
        await sending;
        return (parts[0], parts[1]);
    }
}
