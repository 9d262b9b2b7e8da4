using System.Diagnostics;
using Npgsql;

namespace JobSwipe.Migrations.Running;

/// <summary>Runs a script and writes its journal row, in one transaction and one round trip where the script allows it; tries again when it gets no lock.</summary>
internal sealed class ScriptRunner(NpgsqlConnection connection, MigrationOptions options, Action<string> say)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly long _begun = Stopwatch.GetTimestamp();

    /// <summary>Runs a script.</summary>
    /// <param name="script">The script, or the undo.</param>
    /// <param name="name">Its name in the report.</param>
    /// <param name="begun">The journal's row before a script without a transaction.</param>
    /// <param name="ended">The journal's row at the end.</param>
    /// <param name="cancellation">Stops it; the server rolls back.</param>
    /// <exception cref="MigrationFailed">PostgreSQL refused a statement.</exception>
    /// <exception cref="MigrationLockTimeout">It never got its lock.</exception>
    /// <exception cref="MigrationInterrupted">The connection was lost.</exception>
    /// <exception cref="MigrationDeadline">The run has no time left.</exception>
    /// <exception cref="IndexInvalid">It built an index that is not valid.</exception>
    public async Task<AppliedScript> RunAsync(
        PreparedScript script, string name, Func<IReadOnlyList<NpgsqlBatchCommand>> begun, Func<IReadOnlyList<NpgsqlBatchCommand>> ended, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        MigrationFailed? last = null;
        for (var attempt = 1; ; attempt++)
        {
            if (Stopwatch.GetElapsedTime(_begun) > options.Deadline) throw new MigrationDeadline(script.File, options.Deadline, last);
            var began = Stopwatch.GetTimestamp();
            try
            {
                if (script.Header.Transaction) await InTransactionAsync(script, ended(), cancellation);
                else await OneByOneAsync(script, begun(), ended(), cancellation);
                return new AppliedScript(name, Stopwatch.GetElapsedTime(began).TotalMilliseconds, attempt);
            }
            catch (MigrationFailed failed) when (failed.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected)
            {
                if (Stopwatch.GetElapsedTime(started) > options.RetryFor)
                    throw new MigrationLockTimeout(script.File, attempt, LockTimeout(script), failed.Problem, failed);
                last = failed;
                var pause = Pause(attempt);
                say($"{script.File} did not get its lock; attempt {attempt + 1} in {pause.TotalSeconds:0.0} s");
                await Task.Delay(pause, cancellation);
            }
        }
    }

    private async Task InTransactionAsync(PreparedScript script, IReadOnlyList<NpgsqlBatchCommand> ended, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection);
        // A SET of an earlier script must not reach into this one.
        Add(batch, "reset all", "begin", $"set local lock_timeout = {Milliseconds(LockTimeout(script))}", $"set local statement_timeout = {Milliseconds(StatementTimeout(script))}");
        var first = batch.BatchCommands.Count;
        foreach (var statement in script.Statements) Add(batch, statement.Text);
        Add(batch, ended);
        Add(batch, "commit");
        try
        {
            Execute(batch, cancellation);
        }
        catch (PostgresException exception) when (IsRefusal(exception))
        {
            if (connection.State == System.Data.ConnectionState.Open)
            {
                await using var rollback = new NpgsqlCommand("rollback", connection);
                await rollback.ExecuteNonQueryAsync(CancellationToken.None);
            }
            var at = exception.BatchCommand is null ? -1 : batch.BatchCommands.IndexOf(exception.BatchCommand) - first;
            throw MigrationFailed.At(script.File, script.Sql, at >= 0 && at < script.Statements.Count ? script.Statements[at] : null, exception, rolledBack: true);
        }
        catch (NpgsqlException exception)
        {
            throw new MigrationInterrupted(script.File, transaction: true, exception);
        }
    }

    private async Task OneByOneAsync(PreparedScript script, IReadOnlyList<NpgsqlBatchCommand> begun, IReadOnlyList<NpgsqlBatchCommand> ended, CancellationToken cancellation)
    {
        try
        {
            await using (var before = new NpgsqlBatch(connection))
            {
                Add(before, "reset all", $"set lock_timeout = {Milliseconds(LockTimeout(script))}", $"set statement_timeout = {Milliseconds(StatementTimeout(script))}");
                Add(before, begun);
                await before.ExecuteNonQueryAsync(cancellation);
            }
            var indexes = new ConcurrentIndexes(connection, say);
            foreach (var statement in script.Statements)
            {
                try
                {
                    await indexes.DropInvalidAsync(statement, cancellation);
                    await using var batch = new NpgsqlBatch(connection);
                    Add(batch, statement.Text);
                    await batch.ExecuteNonQueryAsync(cancellation);
                }
                catch (PostgresException exception) when (IsRefusal(exception))
                {
                    throw MigrationFailed.At(script.File, script.Sql, statement, exception, rolledBack: false);
                }
            }
            await indexes.RequireValidAsync(script.File, cancellation);
            if (ended.Count == 0) return;
            await using var after = new NpgsqlBatch(connection);
            Add(after, ended);
            await after.ExecuteNonQueryAsync(cancellation);
        }
        catch (NpgsqlException exception)
        {
            throw new MigrationInterrupted(script.File, transaction: false, exception);
        }
    }

    // DbUp waits on its thread anyway, and hundreds of small scripts would spend more time on being handed from thread to thread than on the server.
    private static void Execute(NpgsqlBatch batch, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var registration = cancellation.Register(batch.Cancel);
        try
        {
            batch.ExecuteNonQuery();
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.QueryCanceled && cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(exception.MessageText, exception, cancellation);
        }
    }

    // The session lives on after an error, although Npgsql itself ends it after some of them, such as a full disk. FATAL is the end of the session.
    private static bool IsRefusal(PostgresException exception) => exception.InvariantSeverity == "ERROR";

    private TimeSpan LockTimeout(PreparedScript script) => script.Header.LockTimeout ?? options.LockTimeout;

    private TimeSpan StatementTimeout(PreparedScript script) => script.Header.StatementTimeout ?? options.StatementTimeout;

    private static TimeSpan Pause(int attempt)
    {
        var doubled = FirstPause * Math.Pow(2, Math.Min(attempt, 10) - 1);
        // Jitter: several runners on several databases of one server must not come back together.
        return (doubled < LongestPause ? doubled : LongestPause) * (0.5 + Random.Shared.NextDouble());
    }

    private static long Milliseconds(TimeSpan time) => (long)time.TotalMilliseconds;

    private static void Add(NpgsqlBatch batch, IEnumerable<NpgsqlBatchCommand> commands)
    {
        foreach (var command in commands) batch.BatchCommands.Add(command);
    }

    private static void Add(NpgsqlBatch batch, params ReadOnlySpan<string> statements)
    {
        foreach (var statement in statements) batch.BatchCommands.Add(new NpgsqlBatchCommand(statement));
    }
}
