using JobSwipe.Tools;

namespace JobSwipe.Releases.Deployments;

/// <summary>The rules by which a release goes from one environment to the next, and back.</summary>
public static class Promotion
{
    /// <summary>Makes sure that this very artifact passed in the environment before.</summary>
    /// <exception cref="ReleaseNotProved">It did not.</exception>
    public static async Task RequireProvedAsync(Release release, Ledger before, CancellationToken cancellation = default)
    {
        var proved = (await before.ReadAsync(cancellation)).Any(record => record.IsProofOf(release));
        if (!proved) throw new ReleaseNotProved(release, before.Environment);
    }

    /// <summary>A release that an environment's ledger knows as good, by its version or the beginning of its digest.</summary>
    /// <exception cref="ReleaseUnknown">There is none; the ones that there are, are named.</exception>
    public static async Task<Release> FindAsync(Ledger ledger, string name, CancellationToken cancellation = default)
    {
        var good = (await ledger.ReadAsync(cancellation)).Where(record => record.Outcome == DeploymentOutcome.Succeeded).Select(record => record.Release).Reverse().ToArray();
        return Array.Find(good, release => IsNamed(release, name))
            ?? throw new ReleaseUnknown(ledger.Environment, name, good);
    }

    /// <summary>A release that any ledger knows, whatever became of it.</summary>
    /// <exception cref="ReleaseUnknown">None does.</exception>
    public static async Task<Release> FindAnyAsync(IEnumerable<Ledger> ledgers, string name, CancellationToken cancellation = default)
    {
        var known = (await Task.WhenAll(ledgers.Select(ledger => ledger.ReadAsync(cancellation)))).SelectMany(records => records).OrderByDescending(record => record.Started).Select(record => record.Release).ToArray();
        return Array.Find(known, release => IsNamed(release, name)) ?? throw new ReleaseUnknown("any environment", name, known);
    }

    /// <summary>The release to roll back to: the last good one before the one that serves.</summary>
    /// <exception cref="NothingToRollBackTo">There is none.</exception>
    public static async Task<Release> FormerAsync(Ledger ledger, CancellationToken cancellation = default)
    {
        var good = (await ledger.ReadAsync(cancellation)).Where(record => record.Outcome == DeploymentOutcome.Succeeded).Select(record => record.Release).ToArray();
        return good.LastOrDefault(release => release.Artifact.Digest != good[^1].Artifact.Digest) ?? throw new NothingToRollBackTo(ledger.Environment);
    }

    // A version, or at least 12 digits of a digest: fewer could mean another one.
    private static bool IsNamed(Release release, string name)
    {
        var hex = name.Replace("sha256:", "");
        return release.Version == name || (hex.Length >= 12 && release.Artifact.Digest.Hex.StartsWith(hex, StringComparison.Ordinal));
    }
}

/// <summary>A release did not pass where it had to pass first.</summary>
public sealed class ReleaseNotProved(Release release, string environment) : DeliveryError(
    $"{release.Version} ({release.Artifact.Digest.Prefix}) was not proved in {environment}.", "Deploy this very release there first: ./build.sh DeployStaging");

/// <summary>No release of this name was deployed with success.</summary>
public sealed class ReleaseUnknown(string environment, string name, IReadOnlyList<Release> good) : DeliveryError(
    $"No release '{name}' has passed in {environment}.",
    good.Count == 0 ? "Deploy one there first: ./build.sh DeployStaging"
        : $"Name one of these by version or digest: {string.Join(", ", good.DistinctBy(release => release.Artifact.Digest).Take(5).Select(release => $"{release.Version} ({release.Artifact.Digest.Prefix})"))}");

/// <summary>There is no release to go back to.</summary>
public sealed class NothingToRollBackTo(string environment) : DeliveryError(
    $"{environment} has no earlier good release in its ledger.", "Deploy a good release forward: ./build.sh DockerBuild DeployStaging DeployProd");
