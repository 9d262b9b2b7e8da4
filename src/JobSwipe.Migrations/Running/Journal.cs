using System.Reflection;
using Npgsql;
using NpgsqlTypes;

namespace JobSwipe.Migrations.Running;

/// <summary>
/// The table <c>delivery.journal</c>: what ran, when, by whom, for which release. It lies in a schema of its own, always named with it: a
/// search_path must not decide where the truth is. A row that was undone stays, for the record.
/// </summary>
internal sealed class Journal(NpgsqlConnection connection, MigrationOptions options)
{
    private const string Create = """
        create schema if not exists delivery;
        create table if not exists delivery.journal (
          id bigint generated always as identity primary key,
          script_name text not null,
          sha256 text not null,
          kind text not null,
          phase text,
          started_at timestamptz not null default now(),
          duration_ms bigint,
          actor text not null,
          commit text,
          release text,
          runner_version text not null,
          backup_id text,
          outcome text not null check (outcome in ('started', 'applied', 'undoing', 'undone')),
          undone_at timestamptz
        );
        create unique index if not exists journal_script_in_force on delivery.journal (script_name) where outcome <> 'undone';
        comment on table delivery.journal is 'Migrations applied to this database. Written by the migration runner only.';
        """;

    private const string Insert = """
        insert into delivery.journal (script_name, sha256, kind, phase, actor, commit, release, runner_version, backup_id, outcome, duration_ms)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, case when $10 = 'applied' then extract(epoch from clock_timestamp() - now()) * 1000 end)
        """;

    private static readonly string Version = typeof(Journal).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "?";

    /// <summary>Makes the table; only under the runner's lock.</summary>
    /// <exception cref="DatabaseNotJournalled">There are tables already that no journal explains.</exception>
    public async Task EnsureAsync(CancellationToken cancellation)
    {
        if (await ExistsAsync(cancellation)) return;
        await using var count = new NpgsqlCommand("""
            select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
              and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
            """, connection);
        var tables = (int)(await count.ExecuteScalarAsync(cancellation))!;
        if (tables > 0) throw new DatabaseNotJournalled(connection.Database, tables);
        await using var create = new NpgsqlCommand(Create, connection);
        await create.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The rows in force, in the scripts' order; none when there is no table.</summary>
    public async Task<IReadOnlyList<JournalEntry>> ReadAsync(CancellationToken cancellation)
    {
        if (!await ExistsAsync(cancellation)) return [];
        await using var command = new NpgsqlCommand("""
            select script_name, sha256, started_at, duration_ms, actor, release, backup_id, outcome
            from delivery.journal where outcome <> 'undone' order by script_name
            """, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var entries = new List<JournalEntry>();
        while (await reader.ReadAsync(cancellation))
        {
            entries.Add(new JournalEntry(
                reader.GetString(0), reader.GetString(1), new DateTimeOffset(reader.GetDateTime(2)), reader.IsDBNull(3) ? null : reader.GetInt64(3),
                reader.GetString(4), reader.IsDBNull(5) ? null : reader.GetString(5), reader.IsDBNull(6) ? null : reader.GetString(6),
                Enum.Parse<JournalOutcome>(reader.GetString(7), ignoreCase: true)));
        }
        return entries;
    }

    /// <summary>The row of a script that commits with it.</summary>
    public NpgsqlBatchCommand Applied(MigrationScript script) => Row(script, "applied");

    /// <summary>The row of a script without a transaction, before it begins. One that was interrupted keeps its row.</summary>
    public NpgsqlBatchCommand Started(MigrationScript script)
    {
        var row = Row(script, "started");
        row.CommandText += " on conflict (script_name) where outcome <> 'undone' do update set started_at = now(), sha256 = excluded.sha256, actor = excluded.actor";
        return row;
    }

    /// <summary>The end of a script without a transaction.</summary>
    public static NpgsqlBatchCommand Ended(MigrationScript script) => ForScript(script, """
        update delivery.journal set outcome = 'applied', duration_ms = extract(epoch from clock_timestamp() - started_at) * 1000
        where script_name = $1 and outcome = 'started'
        """);

    /// <summary>The begin of an undo without a transaction.</summary>
    public static NpgsqlBatchCommand Undoing(MigrationScript script) =>
        ForScript(script, "update delivery.journal set outcome = 'undoing' where script_name = $1 and outcome <> 'undone'");

    /// <summary>The end of an undo.</summary>
    public static NpgsqlBatchCommand Undone(MigrationScript script) =>
        ForScript(script, "update delivery.journal set outcome = 'undone', undone_at = clock_timestamp() where script_name = $1 and outcome <> 'undone'");

    private async Task<bool> ExistsAsync(CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select to_regclass('delivery.journal') is not null", connection);
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private NpgsqlBatchCommand Row(MigrationScript script, string outcome)
    {
        var command = new NpgsqlBatchCommand(Insert);
        foreach (var value in new[]
        {
            script.Name, script.Sha256, "script", script.Header.Phase.ToString().ToLowerInvariant(), options.Actor, options.Commit, options.Release,
            Version, options.BackupId, outcome,
        })
            command.Parameters.Add(Text(value));
        return command;
    }

    private static NpgsqlBatchCommand ForScript(MigrationScript script, string sql) => new(sql) { Parameters = { Text(script.Name) } };

    private static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };
}
