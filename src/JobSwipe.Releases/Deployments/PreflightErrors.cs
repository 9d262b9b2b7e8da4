using JobSwipe.Tools;

namespace JobSwipe.Releases.Deployments;

/// <summary>Something must be put right before a release can be deployed; nothing was changed.</summary>
public sealed class PreflightFailed(Release release, string environment, IReadOnlyList<DeliveryError> wrong) : DeliveryError(
    wrong.Count == 1 ? wrong[0].Problem : $"{release.Version} cannot be deployed to {environment}:{string.Concat(wrong.Select(error => $"{Environment.NewLine}    {error.Problem}"))}",
    wrong.Count == 1 ? wrong[0].Remedy : string.Join(Environment.NewLine + "    ", wrong.Select(error => error.Remedy)))
{
    /// <summary>What does not hold.</summary>
    public IReadOnlyList<DeliveryError> Wrong { get; } = wrong;
}

/// <summary>A release holds changes that no commit holds.</summary>
public sealed class ReleaseDirty(Release release) : DeliveryError(
    $"{release.Version} was built from a tree with changes that are not in commit {release.Commit}.", "Commit them, build again and deploy that: nobody could say later what was deployed.");

/// <summary>An app lacks secrets.</summary>
public sealed class SecretsMissing(string app, IReadOnlyList<string> names, string before) : DeliveryError(
    $"The app {app} lacks secrets that the release had in {before}: {string.Join(", ", names)}.", $"Set them from standard input: flyctl secrets import --stage --app {app}");

/// <summary>The database has left the shape that a release needs.</summary>
public sealed class SchemaContracted(Release release, string migration) : DeliveryError(
    $"{release.Version} cannot serve the present schema: {migration} is a contract migration that came after it.",
    $"Deploy a newer release forward, or undo the migration first: ./build.sh MigrateUndo --to {release.MigrationHead}");

/// <summary>A backup would not fit.</summary>
public sealed class NoRoomForBackup(string store, long free, long last) : DeliveryError(
    $"The object store {store} has {free / 1e9:0.0} GB free; the last backup took {last / 1e9:0.0} GB, and twice that is asked for.", "Make room there (./build.sh BackupPrune shows what may go), or name a larger one with --store.");

/// <summary>flyctl refuses an app's configuration.</summary>
public sealed class ConfigurationRefused(string app, string file, string why) : DeliveryError(
    $"flyctl refuses {file} for the app {app}: {why}", "Correct the file; ./build.sh Inspect shows where it is wrong.");
