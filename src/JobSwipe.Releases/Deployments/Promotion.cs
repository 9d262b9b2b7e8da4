using JobSwipe.Tools;

namespace JobSwipe.Releases.Deployments;

/// <summary>The rules by which a release goes from one environment to the next, and back.</summary>
public static class Promotion
{
    /// <summary>Makes sure that this very artifact passed in the environment before.</summary>
    /// <exception cref="ReleaseNotProved">It did not.</exception>
    public static async Task RequireProvedAsync(Release release, Ledger before, string environment, CancellationToken cancellation = default)
    {
        var proved = (await before.ReadAsync(cancellation)).Any(record =>
            record.Outcome == DeploymentOutcome.Succeeded && record.Release.Artifact.Digest == release.Artifact.Digest);
        if (!proved) throw new ReleaseNotProved(release, environment);
    }

    /// <summary>A release that an environment's ledger knows as good, by its version or the beginning of its digest.</summary>
    /// <exception cref="ReleaseUnknown">There is none; the ones that there are, are named.</exception>
    public static async Task<Release> FindAsync(Ledger ledger, string environment, string name, CancellationToken cancellation = default)
    {
        var good = (await ledger.ReadAsync(cancellation)).Where(record => record.Outcome == DeploymentOutcome.Succeeded).Select(record => record.Release).Reverse().ToArray();
        var hex = name.Replace("sha256:", "");
        return Array.Find(good, release => release.Version == name || (hex.Length >= 12 && release.Artifact.Digest.Hex.StartsWith(hex, StringComparison.Ordinal)))
            ?? throw new ReleaseUnknown(environment, name, good);
    }

    /// <summary>The release to roll back to: the last good one before the one that serves.</summary>
    /// <exception cref="NothingToRollBackTo">There is none.</exception>
    public static async Task<Release> FormerAsync(Ledger ledger, string environment, CancellationToken cancellation = default)
    {
        var good = (await ledger.ReadAsync(cancellation)).Where(record => record.Outcome == DeploymentOutcome.Succeeded).Select(record => record.Release).ToArray();
        return good.LastOrDefault(release => release.Artifact.Digest != good[^1].Artifact.Digest) ?? throw new NothingToRollBackTo(environment);
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
