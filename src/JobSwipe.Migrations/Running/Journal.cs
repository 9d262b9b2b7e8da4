using Npgsql;

namespace JobSwipe.Migrations.Running;

/// <summary>
/// The table <c>delivery.journal</c>: what ran, when, by whom, for which release. It lies in a schema of its own, always named with it: a
/// search_path must not decide where the truth is. A row that was undone or replaced stays, for the record.
/// </summary>
internal sealed class Journal(NpgsqlConnection connection)
{
    private const string Columns = "script_name, sha256, kind, started_at, duration_ms, actor, commit, release, runner_version, backup_id, outcome";
    private const string InForce = "outcome not in ('undone', 'replaced')";

    // Inside a script's transaction its locks are all still held; those that let everybody read and write are not worth a word. As a function its plan is
    // made once for a session: planning it for every script would take longer than most scripts.
    private const string HeldLocks = """
        create or replace function delivery.held_locks() returns text language plpgsql stable as $body$
        begin
          return (
            select string_agg(distinct l.mode || ' ' || n.nspname || '.' || c.relname, ', ')
            from pg_catalog.pg_locks l join pg_catalog.pg_class c on c.oid = l.relation join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where l.pid = pg_catalog.pg_backend_pid() and l.locktype = 'relation' and l.granted and c.relkind in ('r', 'p', 'm') and n.nspname !~ '^pg_'
              and l.mode not in ('AccessShareLock', 'RowShareLock', 'RowExclusiveLock'));
        end
        $body$;
        """;

    // The row of a script in a transaction, after the one of its text before. It is a function for the same reason. A script may have set the search_path.
    private const string Applied = """
        create or replace function delivery.applied(script text, hash text, its_kind text, its_phase text, who text, its_commit text, its_release text, version text, backup text, with_locks boolean)
          returns double precision language plpgsql as $body$
        declare
          took double precision := extract(epoch from pg_catalog.clock_timestamp() - pg_catalog.now()) * 1000;
        begin
          if its_kind = 'repeatable' then
            update delivery.journal set outcome = 'replaced', undone_at = pg_catalog.clock_timestamp() where script_name = script and outcome = 'applied';
          end if;
          insert into delivery.journal
            (script_name, sha256, kind, phase, actor, commit, release, runner_version, backup_id, outcome, started_at, duration_ms, locks)
          values (script, hash, its_kind, its_phase, who, its_commit, its_release, version, backup, 'applied', pg_catalog.now(), took,
            case when with_locks then coalesce(delivery.held_locks(), '') else '' end);
          return took;
        end
        $body$;
        """;

    private const string Create = $"""
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
          locks text,
          outcome text not null constraint journal_outcome_check check (outcome in ('started', 'applied', 'undoing', 'undone', 'replaced')),
          undone_at timestamptz
        );
        create unique index if not exists journal_script_in_force on delivery.journal (script_name) where {InForce};
        comment on table delivery.journal is 'Migrations applied to this database. Written by the migration runner only.';
        {HeldLocks}
        {Applied}
        """;

    // A journal of before locks were recorded and scripts could be repeatable.
    private const string Upgrade = $"""
        alter table delivery.journal add column if not exists locks text, drop constraint if exists journal_outcome_check;
        alter table delivery.journal add constraint journal_outcome_check check (outcome in ('started', 'applied', 'undoing', 'undone', 'replaced'));
        drop index if exists delivery.journal_script_in_force;
        create unique index journal_script_in_force on delivery.journal (script_name) where {InForce};
        {HeldLocks}
        {Applied}
        """;

    /// <summary>Makes the table, or brings an older one up to date; only under the runner's lock.</summary>
    /// <returns>Whether there is a table now; false when the database has tables already that no journal explains.</returns>
    public async Task<bool> EnsureAsync(bool evenWithTables, CancellationToken cancellation)
    {
        await using var probe = new NpgsqlCommand("""
            select case
              when to_regclass('delivery.journal') is null then 'none'
              when to_regproc('delivery.held_locks') is null or to_regproc('delivery.applied') is null then 'old'
              else 'current' end
            """, connection);
        var found = (string)(await probe.ExecuteScalarAsync(cancellation))!;
        if (found == "current") return true;
        if (found == "none" && !evenWithTables && await TablesAsync(cancellation) > 0) return false;
        await using var create = new NpgsqlCommand(found == "old" ? Upgrade : Create, connection);
        await create.ExecuteNonQueryAsync(cancellation);
        return true;
    }

    /// <summary>How many tables there are that are neither the system's nor an extension's.</summary>
    public async Task<int> TablesAsync(CancellationToken cancellation)
    {
        await using var count = new NpgsqlCommand("""
            select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname not in ('information_schema', 'delivery') and n.nspname !~ '^pg_'
              and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
            """, connection);
        return (int)(await count.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>The rows in force, in the scripts' order; null when there is no table.</summary>
    public async Task<IReadOnlyList<JournalEntry>?> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            return await ReadAsync($"{Columns}, locks", cancellation);
        }
        catch (PostgresException old) when (old.SqlState == PostgresErrorCodes.UndefinedColumn)
        {
            return await ReadAsync($"{Columns}, null::text", cancellation);
        }
    }

    private async Task<IReadOnlyList<JournalEntry>?> ReadAsync(string columns, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"""
            select {columns} from delivery.journal where {InForce} order by script_name collate "C"
            """, connection);
        try
        {
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            var entries = new List<JournalEntry>();
            while (await reader.ReadAsync(cancellation)) entries.Add(Entry(reader));
            return entries;
        }
        catch (PostgresException missing) when (IsMissing(missing))
        {
            return null;
        }
    }

    private static JournalEntry Entry(NpgsqlDataReader reader)
    {
        return new JournalEntry
        {
            Script = reader.GetString(0),
            Sha256 = reader.GetString(1),
            Kind = Enum.Parse<JournalKind>(reader.GetString(2), ignoreCase: true),
            StartedAt = new DateTimeOffset(reader.GetDateTime(3)),
            Milliseconds = reader.IsDBNull(4) ? null : reader.GetInt64(4),
            Actor = reader.GetString(5),
            Commit = Text(6),
            Release = Text(7),
            RunnerVersion = reader.GetString(8),
            BackupId = Text(9),
            Outcome = Outcome(reader.GetString(10)),
            Locks = Text(11)?.Split(", ", StringSplitOptions.RemoveEmptyEntries),
        };

        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
    }

    internal static JournalOutcome Outcome(string text) => Enum.Parse<JournalOutcome>(text, ignoreCase: true);

    private static bool IsMissing(PostgresException error) => error.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName;
}
