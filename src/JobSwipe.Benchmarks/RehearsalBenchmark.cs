using JobSwipe.Migrations;
using JobSwipe.Migrations.Rehearsals;
using JobSwipe.Tools.Postgres;

namespace JobSwipe.Benchmarks;

/// <summary>A rehearsal on a gigabyte, and how much of its time is the restore.</summary>
internal static class RehearsalBenchmark
{
    // 1,000 bytes a row with its header, 12 indexed.
    private const string Fill = """
        create table big (id bigint primary key, who int, body text);
        alter table big alter body set storage plain;
        insert into big select n, n % 1000, rpad(md5(n::text), 950, 'x') from generate_series(1, 1000000) n;
        create index big_who on big (who);
        """;

    /// <returns>Seconds of the restore, and of the whole rehearsal with it.</returns>
    public static async Task<(double Restore, double Whole)> RunAsync(PostgresCluster cluster, string work)
    {
        if (Directory.Exists(work)) Directory.Delete(work, recursive: true);
        var folder = Directory.CreateDirectory(Path.Combine(work, "scripts")).FullName;
        Write(folder, "0001_big", Fill, "drop table big;");
        var source = await cluster.CreateDatabaseAsync("big");
        await Migrator.MigrateAsync(source, new MigrationOptions { ScriptsFolder = folder, StatementTimeout = TimeSpan.Zero });
        Write(folder, "0002_column", "alter table big add note text;", "alter table big drop note;");
        Write(folder, "0003_check", "alter table big add constraint big_id check (id > 0) not valid;", "alter table big drop constraint big_id;");
        Write(folder, "0004_table", "create table notes (id bigint generated always as identity primary key, big bigint not null, at timestamptz default now());\ncreate index notes_big on notes (big);", "drop table notes;");
        var tools = PostgresTools.Find();
        var dump = Path.Combine(work, "dump");
        await tools.Command("pg_dump", "--format=directory", "--jobs=2", "--compress=0", $"--file={dump}").With(source.ToEnvironment()).OutputAsync();

        var report = await MigrationRehearsal.RunAsync(async cancellation =>
        {
            var copy = await cluster.CreateDatabaseAsync("rehearsal", cancellation);
            await tools.Command("pg_restore", "--exit-on-error", "--jobs=2", $"--dbname={copy.Database}", dump).With(copy.ToEnvironment()).OutputAsync(cancellation);
            return new RehearsalCopy(copy, "a dump of 1 GB");
        }, new MigrationOptions { ScriptsFolder = folder });

        Directory.Delete(work, recursive: true);
        if (!report.Passed) throw new ProgramFailed("rehearsal", 1, string.Join('\n', report.Violations));
        return (report.CopySeconds, report.CopySeconds + report.Seconds);
    }

    private static void Write(string folder, string name, string sql, string undo)
    {
        File.WriteAllText(Path.Combine(folder, name + ".sql"), sql + "\n");
        File.WriteAllText(Path.Combine(folder, name + ".undo.sql"), undo + "\n");
    }
}
