using JobSwipe.Releases.Fly;
using JobSwipe.Tools;

namespace JobSwipe.Releases.Deployments;

/// <summary>A deployment did not succeed.</summary>
public sealed class DeploymentFailed(DeploymentRecord record, Exception cause) : DeliveryError(
    $"{record.Release.Version} was not deployed to {record.Environment}: {(cause as DeliveryError)?.Problem ?? cause.Message}",
    record.Outcome switch
    {
        DeploymentOutcome.Refused => "What served before serves on. Mend the cause and deploy again.",
        DeploymentOutcome.RolledBack => "The last good release was put back and serves. Mend the cause and deploy again.",
        _ => $"{record.Environment.ToUpperInvariant()} MAY BE DOWN: no good release could be put back. Look at 'flyctl status' and 'flyctl logs' now.",
    },
    cause)
{
    /// <summary>The record in the ledger.</summary>
    public DeploymentRecord Record { get; } = record;
}

/// <summary>After a deployment, machines do not run the release.</summary>
public sealed class ReleaseNotRunning(string app, string wrong, FlyAnswer answer) : DeliveryError(
    $"After the deployment of {app}, {wrong}; {answer}",
    $"Look at the machines and their checks: flyctl machine list --app {app}; flyctl logs --app {app}");
