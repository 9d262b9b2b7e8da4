using System.Diagnostics;
using JobSwipe.Migrations.Running;
using JobSwipe.Tools.Postgres;

namespace JobSwipe.Migrations;

/// <summary>Brings a database to the newest schema, says where it is, and takes scripts back. DbUp is the engine.</summary>
/// <remarks>Everything may throw what <see cref="DatabaseConnection.OpenAsync"/> throws, <see cref="ScriptNotUsable"/> and <see cref="JournalNotUsable"/>.</remarks>
public static class Migrator
{
    /// <summary>Applies what is pending. Any number of runners may do this at once: each script runs exactly once.</summary>
    /// <exception cref="JournalDisagrees">A script was changed, is missing, or comes too late.</exception>
    /// <exception cref="DatabaseNotJournalled">The database has tables and no journal.</exception>
    /// <exception cref="MigrationLocked">Another runner did not end in time.</exception>
    /// <exception cref="PoolerRefused">A pooler lies in between that shares sessions.</exception>
    /// <exception cref="ContractTooEarly">A deployed release needs what a script takes away.</exception>
    /// <exception cref="MigrationFailed">A statement was refused; scripts before it stay applied.</exception>
    /// <exception cref="MigrationLockTimeout">A script did not get its lock.</exception>
    /// <exception cref="MigrationDeadline">The run took too long.</exception>
    /// <exception cref="MigrationInterrupted">The connection was lost.</exception>
    /// <exception cref="IndexInvalid">A script left an invalid index.</exception>
    /// <exception cref="UndoInterrupted">An undo has to be ended first.</exception>
    /// <exception cref="ScriptUnknown"><see cref="MigrationOptions.To"/> is no script.</exception>
    public static async Task<MigrationReport> MigrateAsync(
        DatabaseUrl url, MigrationOptions? options = null, Action<string>? say = null, CancellationToken cancellation = default)
    {
        options ??= new MigrationOptions();
        var started = Stopwatch.GetTimestamp();
        // The files are read while the server logs in. A mistake in them is said before one of the server.
        var (looking, reading) = (JournalGlance.TakeAsync(url, cancellation), Task.Run(() => ScriptSet.Load(options.ScriptsFolder), cancellation));
        await Task.WhenAll(reading, looking);
        var (scripts, seen) = (reading.Result, looking.Result);
        if (options.To is { } to) scripts.Find(to);
        // What the journal says is committed: a run with nothing to do needs no lock.
        if (seen is not null && MigrationStatus.Of(scripts, seen) is { Pending.Count: 0, Disagrees: false, Interrupted.Count: 0 } now)
            return new MigrationReport([], now.Applied.Count, now.Head, Stopwatch.GetElapsedTime(started).TotalSeconds);
        await using var session = await RunnerSession.OpenAsync(url, options, scripts, cancellation);
        var (applied, before) = await MigrationRun.RunAsync(session, say ?? (_ => { }), cancellation);
        var head = applied.LastOrDefault(script => !MigrationScript.IsRepeatableName(script.Name))?.Name ?? before.Head;
        return new MigrationReport(applied, before.Applied.Count, head, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    /// <summary>Compares the journal with the scripts. Changes nothing.</summary>
    public static async Task<MigrationStatus> StatusAsync(DatabaseUrl url, MigrationOptions? options = null, CancellationToken cancellation = default)
    {
        await using var session = await OpenAsync(url, options ?? new MigrationOptions(), cancellation);
        return MigrationStatus.Of(session.Scripts, await session.ReadAsync(cancellation));
    }

    /// <summary>The newest applied script; null when none was applied. Changes nothing and needs no scripts.</summary>
    public static async Task<string?> HeadAsync(DatabaseUrl url, CancellationToken cancellation = default)
    {
        await using var session = await RunnerSession.OpenAsync(url, new MigrationOptions(), [], cancellation);
        return (await session.ReadAsync(cancellation)).LastOrDefault(entry => entry.Outcome == JournalOutcome.Applied && !entry.IsRepeatable)?.Script;
    }

    /// <summary>Takes back every script after one, newest first; before them, repeatable ones that have an undo.</summary>
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
        var started = Stopwatch.GetTimestamp();
        await using var session = await OpenAsync(url, options ?? new MigrationOptions(), cancellation);
        var target = to.Length > 0 && to.Trim('0').Length == 0 ? 0 : session.Scripts.Find(to).Number;
        var (undone, before) = await UndoRun.RunAsync(session, target, say ?? (_ => { }), cancellation);
        var head = before.Applied.LastOrDefault(entry => !entry.IsRepeatable && undone.All(script => script.Name != entry.Script))?.Script;
        return new MigrationReport(undone, before.Applied.Count - undone.Count, head, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private static Task<RunnerSession> OpenAsync(DatabaseUrl url, MigrationOptions options, CancellationToken cancellation) =>
        RunnerSession.OpenAsync(url, options, ScriptSet.Load(options.ScriptsFolder), cancellation);
}
