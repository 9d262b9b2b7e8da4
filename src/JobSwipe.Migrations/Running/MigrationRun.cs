using System.Runtime.ExceptionServices;
using DbUp.Builder;
using DbUp.Engine;

namespace JobSwipe.Migrations.Running;

/// <summary>Applies what is pending, under the lock.</summary>
internal static class MigrationRun
{
    public static async Task<(IReadOnlyList<AppliedScript> Applied, MigrationStatus Before)> RunAsync(RunnerSession session, Action<string> say, CancellationToken cancellation)
    {
        var options = session.Options;
        var last = options.To is { } to ? session.Scripts.Find(to).Number : int.MaxValue;
        await session.LockAsync(say, cancellation);
        await session.EnsureJournalAsync(say, cancellation);
        // Another runner may have been at work until the lock was ours.
        var entries = await session.ReadAsync(cancellation);
        var status = MigrationStatus.Of(session.Scripts, entries);
        status.ThrowIfDisagrees();
        if (entries.FirstOrDefault(entry => entry.Outcome == JournalOutcome.Undoing) is { } undoing) throw new UndoInterrupted(undoing.Script);
        foreach (var name in status.Interrupted) say($"{name} was interrupted; it starts again from its first statement");
        var pending = status.Pending.ToHashSet();
        var wanted = session.Scripts.Where(script => script.Number <= last && pending.Contains(script.Name)).ToArray();
        var rows = new JournalRows(options);
        // All of them are read before the first one runs: a mistake in the last must not leave the others applied.
        var runs = wanted.Select(script => Run(script, rows)).ToArray();
        ContractRule.Require(wanted, options.Deployed);
        return (await RunAsync(session, runs, status, say, cancellation), status);
    }

    private static ScriptRun Run(MigrationScript script, JournalRows rows)
    {
        var prepared = PreparedScript.Prepare(script.File, script.Sql);
        return new ScriptRun(prepared, script.Name, () => rows.Started(script),
            () => script.Header.Transaction ? rows.Applied(script, prepared.MayTakeForeignLocks) : JournalRows.Ended(script));
    }

    private static async Task<IReadOnlyList<AppliedScript>> RunAsync(
        RunnerSession session, IReadOnlyList<ScriptRun> runs, MigrationStatus status, Action<string> say, CancellationToken cancellation)
    {
        var applied = new List<AppliedScript>();
        using var connection = new DbUpConnection(session.Connection);
        var configuration = new UpgradeConfiguration
        {
            ConnectionManager = connection,
            // A repeatable script of another text is pending, although its name ran.
            Journal = new DbUpJournal(status.Applied.Select(entry => entry.Script).Except(status.Pending)),
            ScriptExecutor = new DbUpExecutor(new ScriptRunner(session.Connection, session.Options, say), runs, applied, say, cancellation),
            VariablesEnabled = false,
        };
        configuration.ScriptProviders.Add(new DbUpScripts(runs));
        var result = await Task.Run(() => new UpgradeEngine(configuration).PerformUpgrade(), cancellation);
        if (!result.Successful) ExceptionDispatchInfo.Throw(result.Error);
        return applied;
    }
}
