using System.Linq;
using JobSwipe.Backups;
using JobSwipe.Storage;
using JobSwipe.Tools;
using JobSwipe.Tools.Installing;
using JobSwipe.Tools.Postgres;
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

    [Parameter("The age identity itself, for a machine that has no file with it"), Secret]
    string AgeIdentityKey => TryGetValue(() => AgeIdentityKey);

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
            using var folder = TemporaryFolder.Create("jsage");
            var identity = await IdentityAsync(folder);
            var report = await JobSwipe.Backups.Restore.RunAsync(
                ObjectStores.Open(Store), BackupId, JobSwipe.Tools.Postgres.DatabaseUrl.Parse(RestoreInto), identity, cancellation: Interruption.Token);
            Log.Information("{Id} restored", report.BackupId);
        });

    Target RestoreDrill => _ => _
        .Description("Restore a backup into a scratch database with stock tools and compare every table with its manifest")
        .Executes(async () =>
        {
            await EnsureToolsAsync();
            await using var cluster = await PostgresCluster.StartAsync(cancellation: Interruption.Token);
            using var folder = TemporaryFolder.Create("jsage");
            var identity = await IdentityAsync(folder);
            var report = await JobSwipe.Backups.RestoreDrill.RunAsync(ObjectStores.Open(Store), BackupId, cluster.Url, identity, cancellation: Interruption.Token);
            Log.Information("{Id}: {Tables} tables, {Rows:N0} rows restored in {Seconds:0.0} s", report.BackupId, report.Tables.Count, report.Rows, report.Seconds);
            ReportSummary(_ => { _["Restored"] = report.BackupId; return _; });
            if (!report.Equal)
                throw new DeliveryError($"{report.BackupId} does not restore to what was backed up: {string.Join(", ", report.Tables.Where(table => !table.Equal).Select(table => table.Table))}.",
                    "Take a new backup and drill it; keep the older ones.");
        });

    async System.Threading.Tasks.Task<string> IdentityAsync(TemporaryFolder folder)
    {
        if (AgeIdentityKey is null) return AgeIdentity ?? ArtifactsDirectory / "local" / "backup-identity.txt";
        var file = System.IO.Path.Combine(folder.Path, "identity");
        await System.IO.File.WriteAllTextAsync(file, AgeIdentityKey + "\n", Interruption.Token);
        return file;
    }

    private System.Threading.Tasks.Task EnsureToolsAsync() => Installer.EnsureAsync(
        [ExternalTool.PostgresServer, ExternalTool.Zstd, ExternalTool.Age], InstallTools, Log.Information, Interruption.Token);
}
