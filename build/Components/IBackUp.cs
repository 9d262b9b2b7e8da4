using System.Linq;
using JobSwipe.Backups;
using JobSwipe.Storage;
using JobSwipe.Tools;
using JobSwipe.Tools.Installing;
using JobSwipe.Tools.Processes;
using Nuke.Common;
using Serilog;

namespace Components;

interface IBackUp : IHasEnvironment
{
    [Parameter("Backup to restore; default is the newest")]
    string BackupId => TryGetValue(() => BackupId);

    [Parameter("Database to restore into, as postgresql://user:password@host:port/name"), Secret]
    string RestoreInto => TryGetValue(() => RestoreInto);

    Target Backup => _ => _
        .Description("Back up the environment's database, compressed and encrypted, into the object store (local: production's)")
        .Executes(async () =>
        {
            await EnsureToolsAsync();
            var environment = DeliveryEnvironment == DeliveryEnvironment.Staging ? "staging" : "production";
            var (database, recipients) = DatabaseUrl is null && DeliveryEnvironment == DeliveryEnvironment.Local
                ? (Target(environment).Database, Target(environment).Recipients)
                : (Database(environment), AgeRecipients);
            var manifest = await JobSwipe.Backups.Backup.CreateAsync(database, ObjectStores.Open(Store), new BackupOptions { Recipients = recipients }, cancellation: Interruption.Token);
            Log.Information("{Id}: {Tables} tables, {Rows:N0} rows, {Size:0.0} MB in {Store}",
                manifest.Id, manifest.Tables.Count, manifest.Tables.Sum(table => table.Rows), manifest.StoredBytes / 1e6, Store);
            ReportSummary(_ => { _["Backup"] = manifest.Id; return _; });
        });

    Target RestoreBackup => _ => _
        .Description("Restore a backup into an empty database")
        .Requires(() => RestoreInto)
        .Executes(async () =>
        {
            await EnsureToolsAsync();
            var identity = AgeIdentity ?? ArtifactsDirectory / "local" / "backup-identity.txt";
            var report = await JobSwipe.Backups.Restore.RunAsync(
                ObjectStores.Open(Store), BackupId, JobSwipe.Tools.Postgres.DatabaseUrl.Parse(RestoreInto), identity, cancellation: Interruption.Token);
            Log.Information("{Id} restored", report.BackupId);
        });

    private System.Threading.Tasks.Task EnsureToolsAsync() => Installer.EnsureAsync(
        [ExternalTool.PostgresServer, ExternalTool.Zstd, ExternalTool.Age], InstallTools, Log.Information, Interruption.Token);
}
