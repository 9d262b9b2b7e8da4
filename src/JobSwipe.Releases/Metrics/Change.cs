using JobSwipe.Releases.Deployments;

namespace JobSwipe.Releases.Metrics;

/// <summary>What one record of a ledger says about delivery.</summary>
internal readonly record struct Change(DateTimeOffset Started, bool IsAttempt, bool Deployed, bool Failed, TimeSpan? LeadTime, TimeSpan? TimeToRestore)
{
    public static IEnumerable<Change> All(IReadOnlyList<DeploymentRecord> records)
    {
        var seen = new HashSet<Digest>();
        DeploymentRecord? reached = null;
        // The next success after each record, found from the end.
        var next = new DeploymentRecord?[records.Count];
        for (var index = records.Count - 2; index >= 0; index--) next[index] = records[index + 1].Outcome == DeploymentOutcome.Succeeded ? records[index + 1] : next[index + 1];
        for (var index = 0; index < records.Count; index++)
        {
            var record = records[index];
            yield return record.IsRollback ? Rollback(record, reached) : Delivery(record, next[index], seen);
            if (record.Outcome != DeploymentOutcome.Succeeded) continue;
            seen.Add(record.Release.Artifact.Digest);
            if (!record.IsRollback) reached = record;
        }
    }

    // A person took back what the build had let through: that change failed, and this restores it.
    private static Change Rollback(DeploymentRecord record, DeploymentRecord? reached) => record.Outcome == DeploymentOutcome.Succeeded && reached is not null
        ? new Change(record.Started, IsAttempt: false, Deployed: false, Failed: true, null, record.Ended - reached.Ended)
        : new Change(record.Started, false, false, false, null, null);

    private static Change Delivery(DeploymentRecord record, DeploymentRecord? next, HashSet<Digest> seen) => record.Outcome switch
    {
        // No user saw them.
        DeploymentOutcome.Refused or DeploymentOutcome.Interrupted => new Change(record.Started, false, false, false, null, null),
        DeploymentOutcome.Succeeded => new Change(record.Started, IsAttempt: true, Deployed: true, Failed: false,
            record.Release.Committed is { } committed && !seen.Contains(record.Release.Artifact.Digest) ? record.Ended - committed : null, null),
        // What the build rolled back by itself was restored when its record ended.
        DeploymentOutcome.RolledBack => new Change(record.Started, true, false, true, null, record.Ended - record.Started),
        _ => new Change(record.Started, true, false, true, null, next?.Ended - record.Started),
    };
}
