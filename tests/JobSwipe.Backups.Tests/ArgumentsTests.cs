using JobSwipe.Backups.Databases;
using JobSwipe.Tools;

namespace JobSwipe.Backups.Tests;

public sealed class ArgumentsTests
{
    private static readonly TableName Odd = new("my schema", "a\"b.*");

    [Fact]
    public void Of_pg_dump_for_everything_but_some_tables() =>
        new PgDumpSettings { Snapshot = "00000003-0000001B-1", WithoutRowsOf = [new TableName("public", "jobs"), Odd] }.ToArguments().ShouldBe(
        [
            "--format=custom", "--compress=0", "--snapshot=00000003-0000001B-1", "--lock-wait-timeout=60s", "--no-password",
            "--exclude-table-data=\"public\".\"jobs\"", "--exclude-table-data=\"my schema\".\"a\"\"b.*\"",
        ]);

    [Fact]
    public void Of_pg_dump_for_one_table() =>
        new PgDumpSettings { Snapshot = "S", OnlyRowsOf = Odd }.ToArguments().ShouldBe(
            ["--format=custom", "--compress=0", "--snapshot=S", "--lock-wait-timeout=60s", "--no-password", "--data-only", "--table=\"my schema\".\"a\"\"b.*\""]);

    [Fact]
    public void Of_pg_dump_for_rows_that_are_compared() =>
        new PgDumpSettings { Snapshot = null, OnlyRows = true, WithoutRowsOf = [Odd] }.ToArguments().ShouldBe(
            ["--format=custom", "--compress=0", "--lock-wait-timeout=60s", "--no-password", "--data-only", "--exclude-table-data=\"my schema\".\"a\"\"b.*\""]);

    [Fact]
    public void Of_pg_basebackup() =>
        new PgBaseBackupSettings("X").ToArguments().ShouldBe(
            ["--pgdata=-", "--format=tar", "--wal-method=fetch", "--checkpoint=fast", "--label=jobswipe X", "--manifest-checksums=SHA256", "--verbose", "--no-password"]);

    [Fact]
    public void Of_pg_dumpall() =>
        new PgDumpAllSettings("jobs").ToArguments().ShouldBe(["--globals-only", "--no-role-passwords", "--no-password", "--database=jobs"]);

    [Fact]
    public void Of_pg_restore()
    {
        new PgRestoreSettings { Database = "x" }.ToArguments().ShouldBe(["--dbname=x", "--exit-on-error", "--no-password", "--no-owner", "--no-privileges"]);
        new PgRestoreSettings { Database = "x", Sections = ["pre-data", "data"], Owners = true }.ToArguments()
            .ShouldBe(["--dbname=x", "--exit-on-error", "--no-password", "--section=pre-data", "--section=data"]);
        new PgRestoreSettings { Database = "x", List = "/tmp/1.list", Owners = true }.ToArguments().ShouldBe(["--dbname=x", "--exit-on-error", "--no-password", "--use-list=/tmp/1.list"]);
    }

    [Fact]
    public void Of_zstd()
    {
        new ZstdSettings().ToArguments().ShouldBe(["-3", "--long=24", "-q", "-c"]);
        new ZstdSettings { Level = 1, Window = null }.ToArguments().ShouldBe(["-1", "-q", "-c"]);
        ZstdSettings.Decompress.ShouldBe(["-d", "-q", "-c"]);
        Should.Throw<DeliveryError>(() => new ZstdSettings { Level = 20 });
        Should.Throw<DeliveryError>(() => new ZstdSettings { Window = 28 });
    }

    [Fact]
    public void Of_age()
    {
        AgeSettings.Encrypt(["age1a", "age1b"]).ShouldBe(["-r", "age1a", "-r", "age1b"]);
        AgeSettings.Decrypt("/keys/id").ShouldBe(["-d", "-i", "/keys/id"]);
    }

    [Fact]
    public void Largest_tables_get_an_archive_of_their_own()
    {
        var (a, b, c, d) = (new TableName("s", "a"), new TableName("s", "b"), new TableName("s", "c c"), new TableName("s", "d"));

        var plan = BackupPlan.Of([new(a, 10), new(b, 100), new(c, 300, Rows: 1), new(d, 200, Rows: 2)], new BackupOptions { Recipients = [], SplitAbove = 50, MaxSplit = 2 });

        plan.Own.ShouldBe([(c, "table-01-s.c_c.dump.zst.age", false), (d, "table-02-s.d.dump.zst.age", true)]);
        plan.ArchiveOf(b).ShouldBe("main.dump.zst.age");
        plan.ArchiveOf(d).ShouldBe("table-02-s.d.dump.zst.age");
    }

    [Theory]
    [InlineData(1_000_000, 3_906, false)]
    [InlineData(1_000_000, 3_907, true)]
    [InlineData(1_000_000, 0, false)]
    [InlineData(1_000_000, -1, false)]
    public void Only_rows_known_to_be_short_are_narrow(long bytes, double rows, bool narrow) =>
        new TableSize(new TableName("s", "a"), bytes, rows).IsNarrow.ShouldBe(narrow);

    [Fact]
    public void Ids_sort_by_time_and_are_recognized()
    {
        var id = BackupId.New(new DateTimeOffset(2026, 11, 24, 9, 5, 3, TimeSpan.FromHours(2)));

        id.ShouldStartWith("20261124T070503Z-");
        BackupId.IsId(id).ShouldBeTrue();
        new[] { "", "x", "20261324T070503Z-000000", id + "0", id.ToUpperInvariant() + "x" }.ShouldAllBe(text => !BackupId.IsId(text));
    }
}
