using JobSwipe.Tools.Postgres;
using Npgsql;

namespace JobSwipe.Backups.Databases;

/// <summary>
/// Tells scratch databases in use from those of killed runs: who makes one holds an advisory lock on its name in a session of the database
/// <c>postgres</c>, and the server takes a lock back from whoever dies.
/// </summary>
internal static class ScratchLock
{
    private const int LongestPrefix = 40;

    /// <summary>The part of a prefix that becomes part of a name; names end at 63 bytes, silently.</summary>
    public static string Cut(string prefix) => prefix[..Math.Min(prefix.Length, LongestPrefix)];

    /// <summary>Takes the lock on a name, before there is such a database.</summary>
    public static async Task<NpgsqlConnection> TakeAsync(DatabaseUrl server, string name, CancellationToken cancellation)
    {
        var connection = await server.OpenAsync(cancellation, builder => builder.KeepAlive = 30);
        await using var take = new NpgsqlCommand("select pg_advisory_lock(hashtextextended($1, 0))", connection) { Parameters = { new() { Value = name } } };
        await take.ExecuteNonQueryAsync(cancellation);
        return connection;
    }

    /// <summary>Drops the databases of a prefix that nobody holds.</summary>
    public static async Task DropOrphansAsync(NpgsqlConnection connection, string prefix, CancellationToken cancellation)
    {
        // The eight random digits, and nothing else behind the prefix: only a scratch database is called so.
        await using var find = new NpgsqlCommand("""
            with called as materialized (
              select datname from pg_database where left(datname, length($1)) = $1 and substr(datname, length($1) + 1) ~ '^_[0-9a-f]{8}$')
            select datname from called where pg_try_advisory_lock(hashtextextended(datname, 0))
            """, connection) { Parameters = { new() { Value = Cut(prefix) } } };
        var names = new List<string>();
        await using (var reader = await find.ExecuteReaderAsync(cancellation))
            while (await reader.ReadAsync(cancellation)) names.Add(reader.GetString(0));
        foreach (var name in names)
        {
            await using var drop = new NpgsqlCommand($"drop database if exists {ScratchDatabase.Quote(name)} with (force)", connection);
            await drop.ExecuteNonQueryAsync(cancellation);
            await using var give = new NpgsqlCommand("select pg_advisory_unlock(hashtextextended($1, 0))", connection) { Parameters = { new() { Value = name } } };
            await give.ExecuteNonQueryAsync(cancellation);
        }
    }
}
