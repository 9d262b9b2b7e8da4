using JobSwipe.Releases.Deployments;

namespace JobSwipe.Releases.History;

/// <summary>What was deployed where, newest first, as lines for people.</summary>
public static class ReleaseHistory
{
    /// <summary>How many a table has.</summary>
    public const int Most = 25;

    /// <summary>A table of records.</summary>
    /// <param name="records">Records of one or several environments.</param>
    /// <param name="most">How many at most.</param>
    public static IReadOnlyList<string> Table(IEnumerable<DeploymentRecord> records, int most = Most)
    {
        var shown = records.OrderByDescending(record => record.Started).Take(most).ToArray();
        if (shown.Length == 0) return ["nothing was deployed yet"];
        var rows = shown.Select(record => new[]
        {
            record.Environment, $"{record.Sequence}", $"{record.Started:yyyy-MM-dd HH:mm}", record.Release.Version, record.Release.Artifact.Digest.Prefix,
            record.IsRollback ? $"{Word(record.Outcome)} (rollback)" : Word(record.Outcome), record.Actor, record.Reason ?? "",
        }).Prepend(["environment", "#", "started (UTC)", "release", "digest", "outcome", "by", "reason"]).ToArray();
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return [.. rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd())];
    }

    private static string Word(DeploymentOutcome outcome) => outcome switch { DeploymentOutcome.RolledBack => "rolled back", _ => outcome.ToString().ToLowerInvariant() };
}
