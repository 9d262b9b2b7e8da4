using System.Reflection;
using Npgsql;
using NpgsqlTypes;

namespace JobSwipe.Migrations.Running;

/// <summary>The statements that write the journal; they travel in the batch of the script that they speak of.</summary>
internal sealed class JournalRows(MigrationOptions options)
{
    private const string Insert = """
        insert into delivery.journal
          (script_name, sha256, kind, phase, actor, commit, release, runner_version, backup_id, outcome, started_at, duration_ms, locks)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
        """;

    /// <summary>The column in which <see cref="Applied"/> says how many milliseconds a script took.</summary>
    public const string Took = "delivery_journal_took";

    private static readonly string Version = typeof(JournalRows).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "?";

    /// <summary>The row of a script that commits with it, after the one of its text before.</summary>
    /// <param name="script">The script.</param>
    /// <param name="withLocks">Whether to look for its locks, which costs as much as a small script.</param>
    public IReadOnlyList<NpgsqlBatchCommand> Applied(MigrationScript script, bool withLocks) =>
        [With(new NpgsqlBatchCommand($"select delivery.applied($1, $2, $3, $4, $5, $6, $7, $8, $9, {(withLocks ? "true" : "false")}) as {Took}"), Values(script, Kind(script), Version))];

    /// <summary>The row of a script without a transaction, before it begins. One that was interrupted keeps its row.</summary>
    public IReadOnlyList<NpgsqlBatchCommand> Started(MigrationScript script)
    {
        var row = Row(script, Kind(script), "started", Version, "now(), null, null)");
        row.CommandText += " on conflict (script_name) where outcome not in ('undone', 'replaced') do update set started_at = now(), sha256 = excluded.sha256, actor = excluded.actor, "
            + "commit = excluded.commit, release = excluded.release, runner_version = excluded.runner_version, backup_id = excluded.backup_id";
        return script.IsRepeatable ? [Replaced(script), row] : [row];
    }

    /// <summary>The end of a script without a transaction.</summary>
    public static IReadOnlyList<NpgsqlBatchCommand> Ended(MigrationScript script) => [ForScript(script, """
        update delivery.journal set outcome = 'applied', duration_ms = extract(epoch from clock_timestamp() - started_at) * 1000
        where script_name = $1 and outcome = 'started'
        """)];

    /// <summary>The row of a script that is marked and not run.</summary>
    public NpgsqlBatchCommand Baseline(MigrationScript script) => Row(script, "baseline", "applied", Version, "now(), null, null)");

    /// <summary>The row of a script that DbUp ran.</summary>
    public NpgsqlBatchCommand Adopted(MigrationScript script, JournalEntry stock)
    {
        var row = Row(script, "adopted", "applied", stock.RunnerVersion, "$11, null, null)");
        row.Parameters.Add(new NpgsqlParameter { Value = stock.StartedAt, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        return row;
    }

    /// <summary>The begin of an undo without a transaction.</summary>
    public static IReadOnlyList<NpgsqlBatchCommand> Undoing(MigrationScript script) =>
        [ForScript(script, "update delivery.journal set outcome = 'undoing' where script_name = $1 and outcome in ('applied', 'started', 'undoing')")];

    /// <summary>The end of an undo.</summary>
    public static IReadOnlyList<NpgsqlBatchCommand> Undone(MigrationScript script) =>
        [ForScript(script, "update delivery.journal set outcome = 'undone', undone_at = clock_timestamp() where script_name = $1 and outcome in ('applied', 'started', 'undoing')")];

    private static NpgsqlBatchCommand Replaced(MigrationScript script) =>
        ForScript(script, "update delivery.journal set outcome = 'replaced', undone_at = clock_timestamp() where script_name = $1 and outcome = 'applied'");

    private static string Kind(MigrationScript script) => script.IsRepeatable ? "repeatable" : "script";

    private NpgsqlBatchCommand Row(MigrationScript script, string kind, string outcome, string version, string rest) =>
        With(new NpgsqlBatchCommand(Insert + rest), [.. Values(script, kind, version), outcome]);

    private string?[] Values(MigrationScript script, string kind, string version) =>
        [script.Name, script.Sha256, kind, script.Header.Phase.ToString().ToLowerInvariant(), options.Actor, options.Commit, options.Release, version, options.BackupId];

    private static NpgsqlBatchCommand ForScript(MigrationScript script, string sql) => With(new NpgsqlBatchCommand(sql), [script.Name]);

    private static NpgsqlBatchCommand With(NpgsqlBatchCommand command, string?[] values)
    {
        foreach (var value in values) command.Parameters.Add(Text(value));
        return command;
    }

    private static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };
}
