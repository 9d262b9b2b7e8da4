using System.Diagnostics;
using JobSwipe.Migrations.Running;
using JobSwipe.Migrations.Sql;
using JobSwipe.Tools.Postgres;
using Npgsql;

namespace JobSwipe.Migrations.Rehearsals;

/// <summary>Runs a script statement by statement, and asks PostgreSQL after each what it did.</summary>
internal sealed class MeasuringRunner(NpgsqlConnection connection, DatabaseUrl url, MigrationOptions options)
{
    private const int ShownLength = 100;
    private readonly JournalRows _rows = new(options);

    /// <exception cref="MigrationFailed">A statement was refused.</exception>
    public async Task<RehearsedScript> RunAsync(MigrationScript script, CancellationToken cancellation)
    {
        var prepared = PreparedScript.Prepare(script.File, script.Sql);
        await ExecuteAsync("reset all", cancellation);
        await ExecuteAsync($"set lock_timeout = {Milliseconds(prepared.Header.LockTimeout ?? options.LockTimeout)}; set statement_timeout = {Milliseconds(prepared.Header.StatementTimeout ?? options.StatementTimeout)}", cancellation);
        var known = await CatalogState.ReadAsync(connection, inTransaction: false, cancellation);
        var (statements, held) = prepared.Header.Transaction ? await InOneAsync(script, prepared, known, cancellation) : await OneByOneAsync(script, prepared, known, cancellation);
        var locks = held.Select(item => new HeldLock(item.Key.Table, item.Key.Mode, item.Value, known.RowsOf(item.Key.Table)))
            .OrderByDescending(item => item.Milliseconds).ToArray();
        return new RehearsedScript(script.Name, script.Sha256, script.UndoSha256, statements.Sum(statement => statement.Milliseconds), statements, locks);
    }

    private async Task<(List<RehearsedStatement>, Dictionary<(string Table, string Mode), double>)> InOneAsync(
        MigrationScript script, PreparedScript prepared, CatalogState known, CancellationToken cancellation)
    {
        await ExecuteAsync("begin", cancellation);
        try
        {
            var statements = new List<RehearsedStatement>();
            var held = new Dictionary<(string, string), double>();
            foreach (var statement in prepared.Statements)
            {
                var (measured, _) = await MeasureAsync(prepared, statement, known, held.Keys, cancellation);
                statements.Add(measured);
                foreach (var item in measured.Locks) held[(item.Table, item.Mode)] = 0;
                // Our own questions between two statements are no part of the time.
                foreach (var key in held.Keys) held[key] += measured.Milliseconds;
            }
            var clock = Stopwatch.StartNew();
            await JournalAsync(_rows.Applied(script, prepared.MayTakeForeignLocks), cancellation);
            await ExecuteAsync("commit", cancellation);
            foreach (var key in held.Keys) held[key] += clock.Elapsed.TotalMilliseconds;
            return (statements, held);
        }
        catch (MigrationFailed)
        {
            await ExecuteAsync("rollback", CancellationToken.None);
            throw;
        }
    }

    private async Task<(List<RehearsedStatement>, Dictionary<(string Table, string Mode), double>)> OneByOneAsync(
        MigrationScript script, PreparedScript prepared, CatalogState known, CancellationToken cancellation)
    {
        await JournalAsync(_rows.Started(script), cancellation);
        var statements = new List<RehearsedStatement>();
        var held = new Dictionary<(string Table, string Mode), double>();
        var indexes = new ConcurrentIndexes(connection, _ => { });
        foreach (var statement in prepared.Statements)
        {
            await indexes.DropInvalidAsync(statement, cancellation);
            var inside = CanRunInside(statement);
            if (inside) await ExecuteAsync("begin", cancellation);
            var (measured, watched) = inside ? await MeasureAsync(prepared, statement, known, [], cancellation) : await WatchAsync(prepared, statement, known, cancellation);
            var clock = Stopwatch.StartNew();
            if (inside) await ExecuteAsync("commit", cancellation);
            statements.Add(measured);
            foreach (var item in measured.Locks)
                held[(item.Table, item.Mode)] = Math.Max(held.GetValueOrDefault((item.Table, item.Mode)), watched?[item] ?? measured.Milliseconds + clock.Elapsed.TotalMilliseconds);
        }
        await indexes.RequireValidAsync(script.File, cancellation);
        await JournalAsync(JournalRows.Ended(script), cancellation);
        return (statements, held);
    }

    // These end transactions or refuse to be in one.
    private static bool CanRunInside(SqlStatement statement) =>
        !statement.StartsWith("do") && !statement.StartsWith("call") && !statement.StartsWith("vacuum") && !statement.StartsWith("cluster") && !statement.StartsWith("reindex")
        && !statement.StartsWith("set") && !statement.StartsWith("alter", "system") && !statement.StartsWith("create", "database") && !statement.StartsWith("drop", "database")
        && !statement.StartsWith("alter", "type") && !statement.Tokens.Any(token => token.Is("concurrently"));

    private async Task<(RehearsedStatement, Dictionary<TableLock, double>?)> MeasureAsync(
        PreparedScript script, SqlStatement statement, CatalogState known, IEnumerable<(string Table, string Mode)> already, CancellationToken cancellation)
    {
        var before = await CatalogState.ReadAsync(connection, inTransaction: true, cancellation);
        var time = await RunAsync(script, statement, rolledBack: script.Header.Transaction, cancellation);
        var after = await CatalogState.ReadAsync(connection, inTransaction: true, cancellation);
        var locks = Named(await LockWatch.LookAsync(connection, connection.ProcessID, cancellation), known)
            .Where(item => !already.Contains((item.Table, item.Mode))).ToArray();
        return (new RehearsedStatement(Line(script, statement), Shown(statement), time, locks, before.Until(after, known)), null);
    }

    private async Task<(RehearsedStatement, Dictionary<TableLock, double>?)> WatchAsync(PreparedScript script, SqlStatement statement, CatalogState known, CancellationToken cancellation)
    {
        var before = await CatalogState.ReadAsync(connection, inTransaction: false, cancellation);
        var time = 0.0;
        var seen = await LockWatch.WhileAsync(url, connection.ProcessID, async () => time = await RunAsync(script, statement, rolledBack: false, cancellation), cancellation);
        var after = await CatalogState.ReadAsync(connection, inTransaction: false, cancellation);
        var watched = seen.Where(item => known.NameOf(item.Key.Table) is not null).ToDictionary(item => new TableLock(known.NameOf(item.Key.Table)!, item.Key.Mode), item => item.Value);
        return (new RehearsedStatement(Line(script, statement), Shown(statement), time, [.. watched.Keys], before.Until(after, known)), watched);
    }

    private async Task<double> RunAsync(PreparedScript script, SqlStatement statement, bool rolledBack, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            await ExecuteAsync(statement.Text, cancellation);
            return clock.Elapsed.TotalMilliseconds;
        }
        catch (PostgresException error)
        {
            throw MigrationFailed.At(script.File, script.Sql, statement, error, rolledBack);
        }
    }

    private async Task JournalAsync(IEnumerable<NpgsqlBatchCommand> rows, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var row in rows) batch.BatchCommands.Add(row);
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static IEnumerable<TableLock> Named(IEnumerable<(long Table, string Mode)> locks, CatalogState known) =>
        locks.Where(item => known.NameOf(item.Table) is not null).Select(item => new TableLock(known.NameOf(item.Table)!, item.Mode));

    private static int Line(PreparedScript script, SqlStatement statement) => SqlPlace.Of(script.Sql, statement.Offset).Line;

    private static string Shown(SqlStatement statement)
    {
        var line = string.Join(' ', statement.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= ShownLength ? line : line[..ShownLength] + "…";
    }

    private static long Milliseconds(TimeSpan time) => (long)time.TotalMilliseconds;
}
