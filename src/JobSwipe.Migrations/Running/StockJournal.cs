using Npgsql;

namespace JobSwipe.Migrations.Running;

/// <summary>The journal that DbUp itself keeps: <c>schemaversions</c> with names and local times, no hash, no unique name (dbup-postgresql, PostgresqlTableJournal).</summary>
internal static class StockJournal
{
    /// <summary>What it says, in our words; a name that no script has stays as it is. Empty when there is none.</summary>
    public static async Task<IReadOnlyList<JournalEntry>> ReadAsync(NpgsqlConnection connection, IReadOnlyList<MigrationScript> scripts, CancellationToken cancellation)
    {
        await using var probe = new NpgsqlCommand("""
            select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relname = 'schemaversions' and c.relkind = 'r'
              and (select count(*) from pg_attribute where attrelid = c.oid and attname in ('schemaversionsid', 'scriptname', 'applied')) = 3
            order by n.nspname <> 'public' limit 1
            """, connection);
        if (await probe.ExecuteScalarAsync(cancellation) is not string table) return [];
        await using var read = new NpgsqlCommand($"select scriptname::text, min(applied)::timestamptz from {table} group by 1 order by min(schemaversionsid)", connection);
        await using var reader = await read.ExecuteReaderAsync(cancellation);
        var entries = new List<JournalEntry>();
        while (await reader.ReadAsync(cancellation))
        {
            var name = reader.GetString(0);
            var script = scripts.FirstOrDefault(script => IsOf(name, script));
            entries.Add(new JournalEntry
            {
                Script = script?.Name ?? name,
                // It kept no hash: what is at hand is taken for what ran.
                Sha256 = script?.Sha256 ?? "",
                Kind = JournalKind.Adopted,
                StartedAt = new DateTimeOffset(reader.GetDateTime(1)),
                Actor = "DbUp",
                RunnerVersion = $"DbUp ({table})",
                Outcome = JournalOutcome.Applied,
            });
        }
        return entries;
    }

    // A file's name, or an embedded resource's with its namespace before it.
    private static bool IsOf(string name, MigrationScript script) =>
        name == script.File || name.EndsWith("." + script.File, StringComparison.OrdinalIgnoreCase) || name.EndsWith("/" + script.File, StringComparison.Ordinal);
}
