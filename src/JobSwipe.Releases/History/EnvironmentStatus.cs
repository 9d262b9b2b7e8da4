using JobSwipe.Releases.Deployments;
using JobSwipe.Releases.Fly;
using JobSwipe.Storage;
using JobSwipe.Tools;

namespace JobSwipe.Releases.History;

/// <summary>What runs in an environment, by its ledger and by its machines, and what stands in the way of the next deployment.</summary>
public sealed record EnvironmentStatus
{
    /// <summary>staging or production.</summary>
    public required string Environment { get; init; }

    /// <summary>What serves by the ledger; null when nothing was deployed.</summary>
    public Release? Release { get; init; }

    /// <summary>The last deployment, whatever its outcome.</summary>
    public DeploymentRecord? Last { get; init; }

    /// <summary>What the machines say; null when they were not asked.</summary>
    public string? Machines { get; init; }

    /// <summary>Who holds the lock.</summary>
    public LockContent? Lock { get; init; }

    /// <summary>A deployment that is under way, or was killed.</summary>
    public Attempt? Attempt { get; init; }

    /// <summary>The freeze that holds now.</summary>
    public string? Freeze { get; init; }

    /// <summary>Reads it.</summary>
    /// <param name="store">Where ledger, lock and attempts are.</param>
    /// <param name="environment">Which.</param>
    /// <param name="freezes">The calendar.</param>
    /// <param name="target">Where the machines are; null to ask the store alone.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<EnvironmentStatus> ReadAsync(
        IObjectStore store, string environment, FreezeCalendar freezes, DeliveryTarget? target, CancellationToken cancellation = default)
    {
        var records = await new Ledger(store, environment).ReadAsync(cancellation);
        var release = records.LastOrDefault(record => record.Outcome == DeploymentOutcome.Succeeded)?.Release;
        return new EnvironmentStatus
        {
            Environment = environment,
            Release = release,
            Last = records.Count == 0 ? null : records[^1],
            Machines = target is null || release is null ? null
                : await new Flyctl(target.Platform).VerifyAsync(target.Config.App, release.Artifact.Digest, cancellation) ?? "every machine runs it and is healthy",
            Lock = (await HeldLock.FindAsync(store, environment, cancellation))?.Content,
            Attempt = await Attempt.FindAsync(store, environment, cancellation),
            Freeze = freezes.At(DateTimeOffset.UtcNow, environment) is { } window ? $"{window.Name} ({window})" : null,
        };
    }

    /// <summary>For people.</summary>
    public IEnumerable<string> Lines()
    {
        yield return $"{Environment,-11} {(Release is null ? "nothing was deployed" : $"{Release.Version} ({Release.Artifact.Digest.Prefix})")}";
        if (Machines is not null) yield return $"{"",-11} {Machines}";
        if (Last is { Outcome: not DeploymentOutcome.Succeeded }) yield return $"{"",-11} the last deployment, of {Last.Release.Version}, was {Last.Outcome.ToString().ToLowerInvariant()} on {Last.Started:yyyy-MM-dd HH:mm} UTC";
        if (Lock is not null) yield return $"{"",-11} locked by {Lock.Owner}: {Lock.Reason}";
        if (Attempt is not null) yield return $"{"",-11} {Attempt.Actor} deploys {Attempt.Release.Version}, at '{Attempt.Step}'{(Lock is null ? "; it was killed, and the next deployment puts that right" : "")}";
        if (Freeze is not null) yield return $"{"",-11} frozen: {Freeze}";
    }

    /// <summary>For programs.</summary>
    public string ToJson() => Json.Write(this);
}
