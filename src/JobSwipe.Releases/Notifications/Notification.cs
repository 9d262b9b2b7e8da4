using JobSwipe.Releases.Deployments;

namespace JobSwipe.Releases.Notifications;

/// <summary>What people are told of a deployment.</summary>
/// <param name="Subject">One line: what, where, verdict.</param>
/// <param name="Facts">Who, from, to, why, how long; name and value.</param>
/// <param name="Links">Where to read on; text and address.</param>
/// <param name="Level">How loud.</param>
public sealed record Notification(string Subject, IReadOnlyList<(string Name, string Value)> Facts, IReadOnlyList<(string Text, Uri Url)> Links, NotificationLevel Level)
{
    /// <summary>What to tell of a deployment that has ended.</summary>
    /// <param name="record">Its record.</param>
    /// <param name="former">What served before; null when nothing did.</param>
    /// <param name="links">Where to read on.</param>
    public static Notification Of(DeploymentRecord record, Release? former, IReadOnlyList<(string, Uri)> links)
    {
        var version = record.Release.Version;
        var subject = record.Outcome switch
        {
            DeploymentOutcome.Succeeded when record.IsRollback => $"{record.Environment}: rolled back to {version}",
            DeploymentOutcome.Succeeded => $"{record.Environment}: {version} serves",
            DeploymentOutcome.Refused => $"{record.Environment}: {version} was refused; what served before serves on",
            DeploymentOutcome.RolledBack => $"{record.Environment}: {version} failed and was rolled back to {former?.Version}",
            DeploymentOutcome.Interrupted => $"{record.Environment}: the deployment of {version} was interrupted",
            _ => $"{record.Environment.ToUpperInvariant()} MAY BE DOWN: {version} failed, and nothing good could be put back",
        };
        var facts = new List<(string, string)>
        {
            ("release", $"{version} ({record.Release.Artifact.Digest.Prefix}), commit {record.Release.Commit[..Math.Min(7, record.Release.Commit.Length)]}"),
            ("before", former is null ? "nothing" : $"{former.Version} ({former.Artifact.Digest.Prefix})"),
            ("by", record.Actor),
        };
        if (record.Reason is { } reason) facts.Add(("reason", reason));
        if (record.Steps.LastOrDefault(step => step.Failed) is { } failed) facts.Add((failed.Name, failed.Detail));
        facts.Add(("time", $"{record.Steps.Sum(step => step.Seconds):0} s in {record.Steps.Count} steps"));
        var level = record.Outcome switch { DeploymentOutcome.Succeeded => NotificationLevel.Good, DeploymentOutcome.Failed => NotificationLevel.Alarm, _ => NotificationLevel.Warning };
        return new Notification(subject, facts, links, level);
    }
}

/// <summary>How loud a notification is.</summary>
public enum NotificationLevel
{
    /// <summary>All is well.</summary>
    Good,

    /// <summary>Something did not work, and nobody is hurt.</summary>
    Warning,

    /// <summary>Somebody must look now.</summary>
    Alarm,
}
