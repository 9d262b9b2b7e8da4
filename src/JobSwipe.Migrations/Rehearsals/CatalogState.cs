using Npgsql;

namespace JobSwipe.Migrations.Rehearsals;

/// <summary>The tables at one moment: their files, and what was done to their rows.</summary>
internal sealed class CatalogState
{
    private readonly Dictionary<long, Table> _tables = [];

    /// <summary>Reads it.</summary>
    /// <param name="connection">The connection that runs the script.</param>
    /// <param name="inTransaction">Whether to read what the open transaction did; otherwise what this server did since it began.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<CatalogState> ReadAsync(NpgsqlConnection connection, bool inTransaction, CancellationToken cancellation)
    {
        // Outside a transaction numbers are reported late, unless a session is told to (since PostgreSQL 15).
        if (!inTransaction && connection.PostgreSqlVersion.Major >= 15)
        {
            await using var flush = new NpgsqlCommand("select pg_stat_force_next_flush()", connection);
            await flush.ExecuteNonQueryAsync(cancellation);
        }
        await using var command = new NpgsqlCommand($"""
            select c.oid::bigint, format('%I.%I', n.nspname, c.relname), coalesce(pg_relation_filenode(c.oid), 0)::bigint, c.relkind = 'p' or pg_relation_size(c.oid) > 0,
              greatest(c.reltuples, 0)::bigint, coalesce(s.seq_scan, 0)::bigint, coalesce(s.n_tup_ins + s.n_tup_upd + s.n_tup_del, 0)::bigint
            from pg_class c join pg_namespace n on n.oid = c.relnamespace left join {(inTransaction ? "pg_stat_xact_user_tables" : "pg_stat_user_tables")} s on s.relid = c.oid
            where c.relkind in ('r', 'p', 'm') and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'delivery')
            """, connection);
        var state = new CatalogState();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            state._tables[reader.GetInt64(0)] = new Table(reader.GetString(1), reader.GetInt64(2), reader.GetBoolean(3), reader.GetInt64(4), reader.GetInt64(5), reader.GetInt64(6));
        return state;
    }

    public string? NameOf(long oid) => _tables.GetValueOrDefault(oid)?.Name;

    public long RowsOf(string table) => _tables.Values.FirstOrDefault(item => item.Name == table)?.Rows ?? 0;

    /// <summary>What happened to the tables of this state until a later one.</summary>
    /// <param name="later">The later one.</param>
    /// <param name="known">The state before the script: tables that it made itself are nobody's yet.</param>
    public IReadOnlyList<TableChange> Until(CatalogState later, CatalogState known) =>
    [
        .. _tables.Where(entry => known._tables.ContainsKey(entry.Key)).Select(entry => (Known: known._tables[entry.Key], Before: entry.Value, After: later._tables.GetValueOrDefault(entry.Key)))
            .Where(table => table.After is not null)
            .Select(table => new TableChange(table.Known.Name, table.Known.Rows,
                Rewritten: table.After!.File != table.Before.File && !(table.Before.HasRows && !table.After.HasRows),
                Emptied: table.After.File != table.Before.File && table.Before.HasRows && !table.After.HasRows,
                Math.Max(0, table.After.Scans - table.Before.Scans), Math.Max(0, table.After.Changed - table.Before.Changed)))
            .Where(change => change.Rewritten || change.Emptied || change.Scans > 0 || change.Changed > 0)
            .OrderBy(change => change.Table, StringComparer.Ordinal),
    ];

    private sealed record Table(string Name, long File, bool HasRows, long Rows, long Scans, long Changed);
}
