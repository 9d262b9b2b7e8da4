using JobSwipe.Backups.Streams;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Backups.Tests;

public sealed class DumpScannerTests(TestPostgres databases)
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1_000_000)]
    public async Task Counts_and_sums_up_the_same_however_the_archive_is_cut(int piece)
    {
        var url = await databases.NewSeededAsync();
        var folder = TemporaryFolder.Create("scan");
        var file = Path.Combine(folder.Path, "dump");
        await PostgresTools.Find().Command("pg_dump", "--format=custom", "--compress=0", $"--file={file}").With(url.ToEnvironment()).OutputAsync(TestContext.Current.CancellationToken);
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        folder.Dispose();

        var scanner = new DumpScanner();
        for (var at = 0; at < bytes.Length; at += piece) scanner.Add(bytes.AsSpan(at, Math.Min(piece, bytes.Length - at)));
        var whole = new DumpScanner();
        whole.Add(bytes);

        scanner.Sums.ToDictionary(one => one.Key, one => (one.Value.Rows, one.Value.Checksum)).ShouldBe(whole.Sums.ToDictionary(one => one.Key, one => (one.Value.Rows, one.Value.Checksum)));
        whole.Sums[new TableName("public", "people")].Rows.ShouldBe(2000);
        whole.Sums[new TableName("public", "pairs")].Rows.ShouldBe(10);
        whole.Sums[new TableName("Odd \"schema\"", ".*?")].Rows.ShouldBe(500);
        whole.Sums[new TableName("public", "empty")].Rows.ShouldBe(0);
    }

    [Fact]
    public void Refuses_what_is_no_archive() => Should.Throw<NotSupportedException>(() => new DumpScanner().Add("something else"u8));

    [Fact]
    public void Sees_rows_that_come_in_pairs_and_not_their_order()
    {
        Sum("a\nb\n").ShouldBe(Sum("b\na\n"));
        Sum("a\na\n").ShouldNotBe(Sum("b\nb\n"));
        Sum("a\n\\.\n\n\n").ShouldBe(Sum("a\n"));
    }

    private static string Sum(string rows)
    {
        var sum = new RowSum();
        sum.Add(System.Text.Encoding.UTF8.GetBytes(rows));
        return sum.Checksum;
    }
}
