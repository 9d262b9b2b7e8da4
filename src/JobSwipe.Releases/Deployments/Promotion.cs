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

/// <summary>There is no release to go back to.</summary>
public sealed class NothingToRollBackTo(string environment) : DeliveryError(
    $"{environment} has no earlier good release in its ledger.", "Deploy a good release forward: ./build.sh DockerBuild DeployStaging DeployProd");
