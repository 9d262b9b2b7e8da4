namespace JobSwipe.Migrations.Running;

/// <summary>Takes scripts back, newest first, under the lock.</summary>
internal static class UndoRun
{
    public static async Task<(IReadOnlyList<AppliedScript> Undone, MigrationStatus Before)> RunAsync(
        RunnerSession session, int target, Action<string> say, CancellationToken cancellation)
    {
        await session.LockAsync(say, cancellation);
        var entries = await session.ReadAsync(cancellation);
        if (!session.IsJournalled && entries.Count > 0) await session.EnsureJournalAsync(say, cancellation);
        var status = MigrationStatus.Of(session.Scripts, entries);
        status.ThrowIfDisagrees();
        var touched = session.Scripts.Where(script => entries.Any(entry => entry.Script == script.Name)).ToArray();
        var numbered = touched.Where(script => !script.IsRepeatable && script.Number > target).ToArray();
        // A view may stand on a column that goes. The next run makes it again.
        var repeatable = numbered.Length == 0 ? [] : touched.Where(script => script.IsRepeatable && script.Undo is not null).ToArray();
        var undos = numbered.Concat(repeatable).Reverse()
            .Select(script => (Script: script, Undo: PreparedScript.Prepare(script.UndoFile, script.Undo ?? throw new UndoMissing(script.Name))))
            .ToArray();
        var runner = new ScriptRunner(session.Connection, session.Options, say);
        var undone = new List<AppliedScript>();
        foreach (var (script, undo) in undos)
        {
            undone.Add(await runner.RunAsync(new ScriptRun(undo, script.Name, () => JournalRows.Undoing(script), () => JournalRows.Undone(script)), cancellation));
            say($"{script.Name} undone in {undone[^1].Milliseconds:0} ms");
        }
        return (undone, status);
    }
}
