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

    /// <summary>The tables that pg_dump dumps rows of, largest first.</summary>
    public static async Task<IReadOnlyList<TableSize>> TablesAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("""
            select n.nspname, c.relname, pg_catalog.pg_table_size(c.oid), c.reltuples::double precision
            from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and c.relpersistence <> 't' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
              and not exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
            order by 3 desc, 1, 2
            """, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var tables = new List<TableSize>();
        while (await reader.ReadAsync(cancellation))
            tables.Add(new TableSize(new TableName(reader.GetString(0), reader.GetString(1)), reader.GetInt64(2), reader.GetDouble(3)));
        return tables;
    }
}

/// <summary>How much a table holds.</summary>
/// <param name="Table">Its name.</param>
/// <param name="Bytes">Bytes on disk, long values included, indexes not.</param>
/// <param name="Rows">About how many rows, by the last ANALYZE; not above 0 when there was none.</param>
internal sealed record TableSize(TableName Table, long Bytes, double Rows = -1)
{
    /// <summary>Whether its rows are so short that what repeats is near: looking megabytes back for it takes time and finds little.</summary>
    public bool IsNarrow => Rows > 0 && Bytes / Rows < 256;
}
