using System.Diagnostics;
using System.Runtime.ExceptionServices;
using DbUp.Builder;
using DbUp.Engine;
using JobSwipe.Migrations.Running;
using JobSwipe.Tools.Postgres;
using Npgsql;

namespace JobSwipe.Migrations;

/// <summary>Brings a database to the newest schema, says where it is, and takes scripts back. DbUp is the engine.</summary>
/// <remarks>Everything may throw what <see cref="DatabaseConnection.OpenAsync"/> throws, and <see cref="ScriptNotUsable"/>.</remarks>
public static class Migrator
{
    /// <summary>Applies what is pending. Any number of runners may do this at once: each script runs exactly once.</summary>
    /// <exception cref="JournalDisagrees">A script was changed, is missing, or comes too late.</exception>
    /// <exception cref="DatabaseNotJournalled">The database has tables and no journal.</exception>
    /// <exception cref="MigrationLocked">Another runner did not end in time.</exception>
    /// <exception cref="MigrationFailed">A statement was refused; scripts before it stay applied.</exception>
    /// <exception cref="MigrationLockTimeout">A script did not get its lock.</exception>
    /// <exception cref="MigrationInterrupted">The connection was lost.</exception>
    /// <exception cref="UndoInterrupted">An undo has to be ended first.</exception>
    /// <exception cref="ScriptUnknown"><see cref="MigrationOptions.To"/> is no script.</exception>
    public static async Task<MigrationReport> MigrateAsync(
        DatabaseUrl url, MigrationOptions? options = null, Action<string>? say = null, CancellationToken cancellation = default)
    {
        options ??= new MigrationOptions();
        say ??= _ => { };
        var started = Stopwatch.GetTimestamp();
        var scripts = ScriptSet.Load(options.ScriptsFolder);
        var last = options.To is { } to ? scripts.Find(to).Number : int.MaxValue;
        await using var holder = await RunnerLock.AcquireAsync(url, options.RunnerTimeout, say, cancellation);
        await using var connection = await OpenAsync(url, cancellation);
        var journal = new Journal(connection, options);
        await journal.EnsureAsync(cancellation);
        var entries = await journal.ReadAsync(cancellation);
        var status = MigrationStatus.Of(scripts, entries);
        status.ThrowIfDisagrees();
        if (entries.FirstOrDefault(entry => entry.Outcome == JournalOutcome.Undoing) is { } undoing) throw new UndoInterrupted(undoing.Script);
        foreach (var name in status.Interrupted) say($"{name} was interrupted; it starts again from its first statement");
        var wanted = scripts.Where(script => script.Number <= last).ToArray();
        // All of them are read before the first one runs: a mistake in the last must not leave the others applied.
        foreach (var script in wanted.Where(script => status.Pending.Contains(script.Name))) PreparedScript.Prepare(script.File, script.Sql);
        var applied = new List<AppliedScript>();
        var configuration = new UpgradeConfiguration
        {
            ConnectionManager = new DbUpConnection(connection),
            Journal = new DbUpJournal(status.Applied.Select(entry => entry.Script)),
            ScriptExecutor = new DbUpExecutor(new ScriptRunner(connection, options, say), journal, applied, say, cancellation),
            VariablesEnabled = false,
        };
        configuration.ScriptProviders.Add(new DbUpScripts(wanted));
        var result = await Task.Run(() => new UpgradeEngine(configuration).PerformUpgrade(), cancellation);
        if (!result.Successful) ExceptionDispatchInfo.Throw(result.Error);
        var head = applied.Count > 0 ? applied[^1].Name : status.Head;
        return new MigrationReport(applied, status.Applied.Count, head, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    /// <summary>Compares the journal with the scripts. Changes nothing.</summary>
    public static async Task<MigrationStatus> StatusAsync(DatabaseUrl url, MigrationOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new MigrationOptions();
        var scripts = ScriptSet.Load(options.ScriptsFolder);
        await using var connection = await OpenAsync(url, cancellation);
        return MigrationStatus.Of(scripts, await new Journal(connection, options).ReadAsync(cancellation));
    }

    /// <summary>The newest applied script; null when none was applied. Changes nothing and needs no scripts.</summary>
    public static async Task<string?> HeadAsync(DatabaseUrl url, CancellationToken cancellation = default)
    {
        await using var connection = await OpenAsync(url, cancellation);
        var entries = await new Journal(connection, new MigrationOptions()).ReadAsync(cancellation);
        return entries.LastOrDefault(entry => entry.Outcome == JournalOutcome.Applied)?.Script;
    }

    /// <summary>Takes back every script after one, newest first.</summary>
    /// <param name="url">The database.</param>
    /// <param name="to">The script that becomes the head, by number or name; <c>0000</c> takes back all.</param>
    /// <param name="options">As for migrating.</param>
    /// <param name="say">Told what happens.</param>
    /// <param name="cancellation">Stops it between or inside scripts.</param>
    /// <exception cref="UndoMissing">A script has no undo; nothing was undone.</exception>
    /// <exception cref="JournalDisagrees">A script was changed or is missing.</exception>
    /// <exception cref="MigrationFailed">A statement was refused; what was undone before stays undone.</exception>
    public static async Task<MigrationReport> UndoAsync(
        DatabaseUrl url, string to, MigrationOptions? options = null, Action<string>? say = null, CancellationToken cancellation = default)
    {
        options ??= new MigrationOptions();
        say ??= _ => { };
        var started = Stopwatch.GetTimestamp();
        var scripts = ScriptSet.Load(options.ScriptsFolder);
        var target = to.Trim('0').Length == 0 ? 0 : scripts.Find(to).Number;
        await using var holder = await RunnerLock.AcquireAsync(url, options.RunnerTimeout, say, cancellation);
        await using var connection = await OpenAsync(url, cancellation);
        var entries = await new Journal(connection, options).ReadAsync(cancellation);
        var status = MigrationStatus.Of(scripts, entries);
        status.ThrowIfDisagrees();
        var undos = scripts.Where(script => script.Number > target && entries.Any(entry => entry.Script == script.Name)).Reverse()
            .Select(script => (Script: script, Undo: PreparedScript.Prepare(script.UndoFile, script.Undo ?? throw new UndoMissing(script.Name))))
            .ToArray();
        var runner = new ScriptRunner(connection, options, say);
        var undone = new List<AppliedScript>();
        foreach (var (script, undo) in undos)
        {
            undone.Add(await runner.RunAsync(undo, script.Name, () => Journal.Undoing(script), () => Journal.Undone(script), cancellation));
            say($"{script.Name} undone in {undone[^1].Milliseconds:0} ms");
        }
        var head = scripts.LastOrDefault(script => script.Number <= target && status.Applied.Any(entry => entry.Script == script.Name))?.Name;
        return new MigrationReport(undone, status.Applied.Count - undone.Count, head, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    // The failed statement of a batch is what gives an error its line.
    private static Task<NpgsqlConnection> OpenAsync(DatabaseUrl url, CancellationToken cancellation) =>
        url.OpenAsync(cancellation, builder => builder.IncludeFailedBatchedCommand = true);
}
