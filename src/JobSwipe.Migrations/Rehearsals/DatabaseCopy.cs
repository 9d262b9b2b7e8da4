using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;
using Npgsql;

namespace JobSwipe.Migrations.Rehearsals;

/// <summary>Copies a database with stock tools: what <c>--copy-from</c> does. The source is only read, by one snapshot.</summary>
public static class DatabaseCopy
{
    /// <summary>Copies.</summary>
    /// <param name="source">The database to copy.</param>
    /// <param name="server">Any database of the server where the copy is made.</param>
    /// <param name="name">The copy's name; it must be free.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="CommandFailed">pg_dump or pg_restore failed.</exception>
    public static async Task<RehearsalCopy> TakeAsync(DatabaseUrl source, DatabaseUrl server, string name = "rehearsal", CancellationToken cancellation = default)
    {
        var tools = PostgresTools.Find();
        using var folder = TemporaryFolder.Create("jscopy");
        var dump = Path.Combine(folder.Path, "dump");
        await tools.Command("pg_dump", Dump(dump)).With(source.ToEnvironment()).OutputAsync(cancellation);
        var copy = server.WithDatabase(name);
        await tools.Command("createdb", "--template", "template0", name).With(server.ToEnvironment()).OutputAsync(cancellation);
        await tools.Command("pg_restore", Restore(dump, name)).With(copy.ToEnvironment()).OutputAsync(cancellation);
        await AdjustAsync(source, copy, cancellation);
        return new RehearsalCopy(copy, $"copy of {source.Host}:{source.Port}/{source.Database}");
    }

    internal static IReadOnlyList<string> Dump(string folder) =>
        ["--format=directory", "--jobs=2", "--compress=0", "--no-sync", "--no-owner", "--no-privileges", "--no-tablespaces", $"--file={folder}"];

    internal static IReadOnlyList<string> Restore(string folder, string database) =>
        ["--exit-on-error", "--jobs=2", "--no-owner", "--no-privileges", "--no-tablespaces", $"--dbname={database}", folder];

    // Whether timestamp → timestamptz rewrites a table depends on the time zone.
    private static async Task AdjustAsync(DatabaseUrl source, DatabaseUrl copy, CancellationToken cancellation)
    {
        await using var from = await source.OpenAsync(cancellation);
        await using var read = new NpgsqlCommand("select format('alter database %I set timezone = %L', $1, current_setting('TimeZone'))", from) { Parameters = { new() { Value = copy.Database } } };
        var sql = (string)(await read.ExecuteScalarAsync(cancellation))!;
        await using var to = await copy.OpenAsync(cancellation);
        await using var set = new NpgsqlCommand(sql, to);
        await set.ExecuteNonQueryAsync(cancellation);
    }
}
