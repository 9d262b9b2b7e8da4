using Npgsql;

namespace JobSwipe.Backups.Databases;

/// <summary>The tables of a database, and the settings of a session that reads them.</summary>
internal static class TableFacts
{
    // Names are written with their schemas, and nothing is cut by a role's time limits.
    private const string Settings = """
        set session characteristics as transaction isolation level repeatable read, read only;
        set search_path = ''; set row_security = off;
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
}
