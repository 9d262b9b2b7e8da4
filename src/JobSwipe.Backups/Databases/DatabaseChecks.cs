using JobSwipe.Tools.Postgres;
using Npgsql;

namespace JobSwipe.Backups.Databases;

/// <summary>What a drill looks at in a restored database beside its rows.</summary>
internal static class DatabaseChecks
{
    private const string Invalid = """
        select indexrelid::regclass::text from pg_catalog.pg_index where not (indisvalid and indisready)
        union all select format('%s of %s', conname, conrelid::regclass) from pg_catalog.pg_constraint where not convalidated and conrelid <> 0
        """;

    // A tree of ours, of a kind that amcheck knows; rows are looked for in the index too.
    private const string Trees = """
        select i.indexrelid from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam join pg_namespace n on n.oid = c.relnamespace
        where a.amname = 'btree' and c.relkind = 'i' and i.indisvalid and n.nspname not in ('pg_catalog', 'pg_toast', 'information_schema') order by c.relpages desc
        """;

    /// <summary>Looks at everything.</summary>
    /// <param name="url">The restored database.</param>
    /// <param name="smoke">The application's queries; each must give at least one row.</param>
    /// <param name="unvalidated">Constraints that were not valid when the database was backed up, which nobody can hold against the restore.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<IReadOnlyList<DrillCheck>> RunAsync(DatabaseUrl url, IReadOnlyList<string> smoke, IReadOnlyList<string> unvalidated, CancellationToken cancellation)
    {
        await using var connection = await url.OpenAsync(cancellation);
        // Names are written as they were when the database was backed up.
        await ExecuteAsync(connection, "set search_path = ''", cancellation);
        var invalid = (await ListAsync<string>(connection, Invalid, cancellation)).Except(unvalidated).ToList();
        await ExecuteAsync(connection, "reset search_path", cancellation);
        var checks = new List<DrillCheck>
        {
            new("constraints and indexes are valid", invalid.Count == 0 ? CheckOutcome.Passed : CheckOutcome.Failed, invalid.Count == 0 ? "all" : string.Join(", ", invalid)),
            await AmcheckAsync(connection, cancellation),
        };
        foreach (var query in smoke) checks.Add(await SmokeAsync(connection, query, cancellation));
        return checks;
    }

    /// <summary>The constraints and indexes of a database that are not valid.</summary>
    public static Task<List<string>> InvalidAsync(NpgsqlConnection connection, CancellationToken cancellation) => ListAsync<string>(connection, Invalid, cancellation);

    private static async Task<DrillCheck> AmcheckAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        const string name = "amcheck of all B-trees and heaps";
        try
        {
            await ExecuteAsync(connection, "create schema amcheck_of_drill; create extension amcheck schema amcheck_of_drill", cancellation);
        }
        catch (PostgresException exception)
        {
            return new DrillCheck(name, CheckOutcome.NotRun, $"{exception.MessageText} (package postgresql-contrib, and a superuser)");
        }
        try
        {
            var trees = await ListAsync<uint>(connection, Trees, cancellation);
            foreach (var tree in trees) await ExecuteAsync(connection, $"select amcheck_of_drill.bt_index_check({tree}::oid::regclass, true)", cancellation);
            var damaged = await ListAsync<string>(connection, """
                select format('%s block %s: %s', c.oid::regclass, v.blkno, v.msg) from pg_class c, lateral amcheck_of_drill.verify_heapam(c.oid) v
                where c.relkind in ('r', 'm') and c.relpersistence = 'p' and c.relnamespace <> 'pg_catalog'::regnamespace limit 5
                """, cancellation);
            return damaged.Count == 0 ? new DrillCheck(name, CheckOutcome.Passed, $"{trees.Count} trees") : new DrillCheck(name, CheckOutcome.Failed, string.Join("; ", damaged));
        }
        catch (PostgresException exception)
        {
            return new DrillCheck(name, CheckOutcome.Failed, exception.MessageText);
        }
    }

    private static async Task<DrillCheck> SmokeAsync(NpgsqlConnection connection, string query, CancellationToken cancellation)
    {
        try
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await ExecuteAsync(connection, "set transaction read only; set local statement_timeout = '60s'", cancellation);
            await using var command = new NpgsqlCommand(query, connection, transaction);
            var first = await command.ExecuteScalarAsync(cancellation);
            return first is null
                ? new DrillCheck($"smoke: {query}", CheckOutcome.Failed, "no row")
                : new DrillCheck($"smoke: {query}", CheckOutcome.Passed, "rows");
        }
        catch (PostgresException exception)
        {
            return new DrillCheck($"smoke: {query}", CheckOutcome.Failed, exception.MessageText);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<List<T>> ListAsync<T>(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var all = new List<T>();
        while (await reader.ReadAsync(cancellation)) all.Add(reader.GetFieldValue<T>(0));
        return all;
    }
}
