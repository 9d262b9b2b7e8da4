using JobSwipe.Tools.Installing;
using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;
using Nuke.Common;
using Serilog;

namespace Components;

/// <summary>What every target around backups needs.</summary>
interface IHasBackups : IHasEnvironment
{
    [Parameter("Backup to work on; default is the newest", Name = "Backup")]
    string BackupId => TryGetValue(() => BackupId);

    [Parameter("The age identity itself, for a machine that has no file with it"), Secret]
    string AgeIdentityKey => TryGetValue(() => AgeIdentityKey);

    System.Threading.CancellationToken Cancellation => Interruption.Token;

    /// <summary>The database that is backed up, to whose server backups are restored, and who may read them; on this machine production's, which the rehearsal starts.</summary>
    (DatabaseUrl Database, System.Collections.Generic.IReadOnlyList<string> Recipients) BackupSource()
    {
        var environment = DeliveryEnvironment == DeliveryEnvironment.Staging ? "staging" : "production";
        return DatabaseUrl is null && DeliveryEnvironment == DeliveryEnvironment.Local
            ? (Target(environment).Database, Target(environment).Recipients)
            : (Database(environment), AgeRecipients);
    }

    /// <summary>The file with the age identity; one that was given itself is written into a folder first.</summary>
    async System.Threading.Tasks.Task<string> IdentityAsync(TemporaryFolder folder)
    {
        if (AgeIdentityKey is null) return AgeIdentity ?? ArtifactsDirectory / "local" / "backup-identity.txt";
        var file = System.IO.Path.Combine(folder.Path, "identity");
        await System.IO.File.WriteAllTextAsync(file, AgeIdentityKey + "\n", Interruption.Token);
        return file;
    }

    System.Threading.Tasks.Task EnsureBackupToolsAsync() => Installer.EnsureAsync(
        [ExternalTool.PostgresServer, ExternalTool.Zstd, ExternalTool.Age], InstallTools, Log.Information, Interruption.Token);
}
