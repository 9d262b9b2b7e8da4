namespace JobSwipe.Migrations;

/// <summary>A status for people.</summary>
public static class StatusLines
{
    /// <summary>One line for each script: what became of it, when, how long it took, by whom, for which release.</summary>
    public static IEnumerable<string> Of(MigrationStatus status)
    {
        var width = status.Applied.Select(entry => entry.Script).Concat(status.Pending).Concat(status.OutOfOrder).Select(name => name.Length).DefaultIfEmpty().Max();
        foreach (var entry in status.Applied)
        {
            var state = status.Changed.Contains(entry.Script) ? "changed" : status.Missing.Contains(entry.Script) ? "missing" : "applied";
            var time = entry.Milliseconds is { } milliseconds ? $"{milliseconds} ms" : entry.Kind.ToString().ToLowerInvariant();
            yield return $"{state,-12} {entry.Script.PadRight(width)}  {entry.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z  {time,9}  {entry.Actor}{(entry.Release is null ? "" : $"  {entry.Release}")}{(entry.BackupId is null ? "" : $"  backup {entry.BackupId}")}";
        }
        foreach (var name in status.Interrupted) yield return $"{"interrupted",-12} {name}";
        foreach (var name in status.OutOfOrder) yield return $"{"out of order",-12} {name}";
        foreach (var name in status.Pending.Except(status.Interrupted).Except(status.OutOfOrder))
            yield return $"{(status.Applied.Any(entry => entry.Script == name) ? "runs again" : "pending"),-12} {name}";
    }
}
