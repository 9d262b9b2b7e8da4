using Npgsql;

namespace JobSwipe.Backups.Databases;

/// <summary>Counts and checksums of tables, equal for equal rows wherever and in whatever order they lie.</summary>
internal static class TableFacts
{
    /// <summary>
    /// How a checksum is made: the 64-bit hash of every row's text, summed. A sum does not depend on the order, and unlike an exclusive or it
    /// sees rows that come in pairs. The hash function may differ between PostgreSQL's major versions and byte orders.
    /// </summary>
    public const string Method = "sum of hashtextextended(row::text, 0), settings of the session fixed";

    // Whatever changes a value's text must be the same on both sides (pg_dump does likewise); and a dump must not be cut by a role's time limits.
    private const string Settings = """
        set session characteristics as transaction isolation level repeatable read, read only;
        set datestyle = 'ISO, MDY'; set timezone = 'UTC'; set intervalstyle = 'postgres'; set extra_float_digits = 3; set bytea_output = 'hex';
        set lc_monetary = 'C'; set xmloption = 'content'; set search_path = ''; set row_security = off;
        set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0;
        """;

    /// <summary>Prepares a session; to be called before its first transaction.</summary>
    public static async Task PrepareAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Settings, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The tables that pg_dump dumps rows of, largest first, with their bytes on disk.</summary>
    public static async Task<IReadOnlyList<(TableName Table, long Bytes)>> TablesAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("""
            select n.nspname, c.relname, pg_catalog.pg_table_size(c.oid)
            from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and c.relpersistence <> 't' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
              and not exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
            order by 3 desc, 1, 2
            """, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var tables = new List<(TableName, long)>();
        while (await reader.ReadAsync(cancellation)) tables.Add((new TableName(reader.GetString(0), reader.GetString(1)), reader.GetInt64(2)));
        return tables;
    }

    /// <summary>Counts and sums up one table.</summary>
    public static async Task<(long Rows, string Checksum)> ReadAsync(NpgsqlConnection connection, TableName table, CancellationToken cancellation)
    {
        // "only": rows of inheriting tables are theirs. "row_.*" and not "row_": a column of that name would come first.
        await using var command = new NpgsqlCommand($"""
            select count(*), coalesce(sum(hashtextextended((row_.*)::text, 0)), 0)::text from only {table.ToSql()} row_
            """, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return (reader.GetInt64(0), reader.GetString(1));
    }
}
