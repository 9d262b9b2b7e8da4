using System.Diagnostics;
using Npgsql;

namespace JobSwipe.Migrations.Running;

/// <summary>A script to run, and what it leaves in the journal.</summary>
/// <param name="Script">The script, or the undo.</param>
/// <param name="Name">Its name in the report.</param>
/// <param name="Begun">The journal's row before a script without a transaction.</param>
/// <param name="Ended">The journal's row at the end.</param>
internal sealed record ScriptRun(PreparedScript Script, string Name, Func<IReadOnlyList<NpgsqlBatchCommand>> Begun, Func<IReadOnlyList<NpgsqlBatchCommand>> Ended)
{
    /// <summary>One that the journal does not know of.</summary>
    public static ScriptRun Unrecorded(PreparedScript script, string name) => new(script, name, () => [], () => []);
}

/// <summary>Runs scripts and writes their journal rows, each in one transaction where the script allows it and many of them in one round trip; tries again when one gets no lock.</summary>
internal sealed class ScriptRunner(NpgsqlConnection connection, MigrationOptions options, Action<string> say)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    // A killed runner leaves the server no more than this to go on with, and progress is said no less often.
    private const int LongestGroup = 25;
    private const int LargestGroup = 64 * 1024;
    private const int LargeScript = 16 * 1024;

    private readonly long _begun = Stopwatch.GetTimestamp();

    private TimeSpan Elapsed => Stopwatch.GetElapsedTime(_begun);

    /// <summary>Runs a script.</summary>
    /// <returns>How it went.</returns>
    /// <inheritdoc cref="RunAsync(IReadOnlyList{ScriptRun}, Action{AppliedScript}, CancellationToken)"/>
    public async Task<AppliedScript> RunAsync(ScriptRun run, CancellationToken cancellation)
    {
        AppliedScript? applied = null;
        await RunAsync([run], done => applied = done, cancellation);
        return applied!;
    }

    /// <summary>Runs the first of these scripts, and in the same round trip those that may follow it there.</summary>
    /// <param name="runs">The scripts, or the undos, in their order; never empty.</param>
    /// <param name="done">Told of each that is committed, in their order, also when a later one fails.</param>
    /// <param name="cancellation">Stops it; the server rolls back the script at which it is.</param>
    /// <exception cref="MigrationFailed">PostgreSQL refused a statement.</exception>
    /// <exception cref="MigrationLockTimeout">A script never got its lock.</exception>
    /// <exception cref="MigrationInterrupted">The connection was lost.</exception>
    /// <exception cref="MigrationDeadline">The run has no time left.</exception>
    /// <exception cref="IndexInvalid">A script built an index that is not valid.</exception>
    public async Task RunAsync(IReadOnlyList<ScriptRun> runs, Action<AppliedScript> done, CancellationToken cancellation)
    {
        var next = 0;
        var attempt = 1;
        var started = Elapsed;
        MigrationFailed? last = null;
        do
        {
            var script = runs[next].Script;
            if (Elapsed > options.Deadline) throw new MigrationDeadline(script.File, options.Deadline, last);
            var began = Elapsed;
            try
            {
                if (script.Header.Transaction) await InTransactionsAsync(Group(runs, next), Committed, cancellation);
                else await OneByOneAsync(runs[next], Committed, cancellation);
            }
            catch (MigrationFailed failed) when (failed.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected)
            {
                // Those before it in its group are committed.
                script = runs[next].Script;
                if (Elapsed - started > options.RetryFor)
                    throw new MigrationLockTimeout(script.File, attempt, LockTimeout(script), failed.Problem, failed);
                last = failed;
                var pause = Pause(attempt++);
                say($"{script.File} did not get its lock; attempt {attempt} in {pause.TotalSeconds:0.0} s");
                await Task.Delay(pause, cancellation);
            }

            void Committed(TimeSpan took)
            {
                done(new AppliedScript(runs[next++].Name, took.TotalMilliseconds, attempt));
                // The one after it began when it ended.
                started = began += took;
                (attempt, last) = (1, null);
            }
        }
        while (next == 0 || last is not null);
    }

    // As many as the server may work on without being asked in between.
    private List<ScriptRun> Group(IReadOnlyList<ScriptRun> runs, int from)
    {
        var group = new List<ScriptRun> { runs[from] };
        var (text, longest) = (runs[from].Script.Sql.Length, Longest(runs[from].Script));
        if (text > LargeScript) return group;
        foreach (var run in runs.Skip(from + 1).Take(LongestGroup - 1))
        {
            text += run.Script.Sql.Length;
            longest += Longest(run.Script);
            // No script begins after the deadline, even when all before it take as long as they may.
            if (!run.Script.Header.Transaction || run.Script.Sql.Length > LargeScript || text > LargestGroup || longest > options.Deadline - Elapsed) break;
            group.Add(run);
        }
        return group;
    }

    private TimeSpan Longest(PreparedScript script) =>
        StatementTimeout(script) is { Ticks: > 0 } timeout && timeout < options.Deadline ? timeout * script.Statements.Count : options.Deadline;

    // One BEGIN and COMMIT for each script and no Sync before the end: after an error the server passes over all that follows.
    private async Task InTransactionsAsync(IReadOnlyList<ScriptRun> group, Action<TimeSpan> committed, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection);
        var places = new List<(int First, int End)>();
        foreach (var run in group)
        {
            var script = run.Script;
            // A SET of an earlier script must not reach into this one.
            Add(batch, "reset all", "begin", $"set local lock_timeout = {Milliseconds(LockTimeout(script))}", $"set local statement_timeout = {Milliseconds(StatementTimeout(script))}");
            var first = batch.BatchCommands.Count;
            foreach (var statement in script.Statements) Add(batch, statement.Text);
            Add(batch, run.Ended());
            Add(batch, "commit");
            places.Add((first, batch.BatchCommands.Count));
        }
        var times = new List<TimeSpan>();
        var began = Elapsed;
        try
        {
            Execute(batch, times, cancellation);
            if (group.Count == 1) committed(Elapsed - began);
            else times.ForEach(committed);
        }
        catch (PostgresException exception) when (IsRefusal(exception))
        {
            if (connection.State == System.Data.ConnectionState.Open)
            {
                await using var rollback = new NpgsqlCommand("rollback", connection);
                await rollback.ExecuteNonQueryAsync(CancellationToken.None);
            }
            var failed = Ended();
            var script = group[failed].Script;
            var at = exception.BatchCommand is NpgsqlBatchCommand command ? batch.BatchCommands.IndexOf(command) - places[failed].First : -1;
            throw MigrationFailed.At(script.File, script.Sql, at >= 0 && at < script.Statements.Count ? script.Statements[at] : null, exception, rolledBack: true);
        }
        catch (OperationCanceledException)
        {
            Ended();
            throw;
        }
        catch (NpgsqlException exception)
        {
            var at = Ended();
            var (file, after) = (group[at].Script.File, group.Count - at - 1);
            // A server that dies says nothing of the last scripts that it committed.
            throw new MigrationInterrupted(exception is PostgresException || after == 0 ? file : $"{file} or one of the {after} after it", transaction: true, exception);
        }

        // The script at which it ended. Those whose COMMIT the server has answered are done.
        int Ended()
        {
            var ended = places.TakeWhile(place => batch.BatchCommands[place.End - 1].StatementType != StatementType.Unknown).Count();
            foreach (var time in times.Take(ended)) committed(time);
            return Math.Min(ended, group.Count - 1);
        }
    }

    private async Task OneByOneAsync(ScriptRun run, Action<TimeSpan> committed, CancellationToken cancellation)
    {
        var script = run.Script;
        var began = Elapsed;
        try
        {
            await using (var before = new NpgsqlBatch(connection))
            {
                Add(before, "reset all", $"set lock_timeout = {Milliseconds(LockTimeout(script))}", $"set statement_timeout = {Milliseconds(StatementTimeout(script))}");
                Add(before, run.Begun());
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
            await using var after = new NpgsqlBatch(connection);
            Add(after, run.Ended());
            if (after.BatchCommands.Count > 0) await after.ExecuteNonQueryAsync(cancellation);
        }
        catch (NpgsqlException exception)
        {
            throw new MigrationInterrupted(script.File, transaction: false, exception);
        }
        committed(Elapsed - began);
    }

    // DbUp waits on its thread anyway, and hundreds of small scripts would spend more time on being handed from thread to thread than on the server.
    private static void Execute(NpgsqlBatch batch, List<TimeSpan> times, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var registration = cancellation.Register(batch.Cancel);
        try
        {
            using var reader = batch.ExecuteReader();
            do
            {
                if (reader.FieldCount == 1 && reader.GetName(0) == JournalRows.Took && reader.Read()) times.Add(TimeSpan.FromMilliseconds(reader.GetDouble(0)));
            }
            while (reader.NextResult());
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
