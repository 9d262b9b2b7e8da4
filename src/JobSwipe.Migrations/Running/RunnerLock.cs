using JobSwipe.Tools.Postgres;
using Npgsql;

namespace JobSwipe.Migrations.Running;

/// <summary>
/// One runner at a time per database: a session advisory lock on a connection of its own. It is polled, because a session that waits for
/// it would hold a snapshot for which CREATE INDEX CONCURRENTLY of the holder waits: a deadlock.
/// </summary>
internal sealed class RunnerLock : IAsyncDisposable
{
    // Any two numbers that nobody else uses in these databases: "JSDL" and 1.
    private const int Class = 0x4A53444C;
    private const int Number = 1;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly NpgsqlConnection _connection;

    private RunnerLock(NpgsqlConnection connection) => _connection = connection;

    /// <summary>Waits for the lock.</summary>
    /// <exception cref="MigrationLocked">Another runner held it until the deadline.</exception>
    /// <exception cref="PoolerRefused">A lock of this session would not be one.</exception>
    public static async Task<RunnerLock> AcquireAsync(DatabaseUrl url, TimeSpan longest, Action<string> say, CancellationToken cancellation)
    {
        var connection = await url.OpenAsync(cancellation, builder =>
        {
            builder.KeepAlive = 30;
            builder.WithPlainTypes();
        });
        try
        {
            await PoolerProbe.CheckAsync(connection, url, cancellation);
            var started = TimeProvider.System.GetTimestamp();
            for (var attempt = 1; !await TryAsync(connection, cancellation); attempt++)
            {
                var holder = await HolderAsync(connection, cancellation);
                if (attempt == 1) say($"Waiting for another runner: {holder}");
                if (TimeProvider.System.GetElapsedTime(started) > longest) throw new MigrationLocked(url.Database, longest, holder);
                await Task.Delay(Pause * Math.Min(attempt, 20), cancellation);
            }
            return new RunnerLock(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Gives the lock back: it ends with its session.</summary>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static async Task<bool> TryAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"select pg_try_advisory_lock({Class}, {Number})", connection);
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static async Task<string> HolderAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"""
            select 'pid ' || l.pid || coalesce(', ' || nullif(a.application_name, '') || ', connected since ' || to_char(a.backend_start, 'HH24:MI:SS'), '')
            from pg_locks l left join pg_stat_activity a using (pid)
            where l.locktype = 'advisory' and l.granted and l.classid = {Class} and l.objid = {Number}
              and l.database = (select oid from pg_database where datname = current_database())
            """, connection);
        return await command.ExecuteScalarAsync(cancellation) as string ?? "it has just ended";
    }
}
