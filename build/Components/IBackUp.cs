using System.Linq;
using JobSwipe.Backups;
using JobSwipe.Storage;
using JobSwipe.Tools;
using JobSwipe.Tools.Postgres;
using Nuke.Common;
using Serilog;

namespace Components;

interface IBackUp : IHasBackups
{
    [Parameter("Name of the database to restore into, on the server of --database-url")]
    string Into => TryGetValue(() => Into);

    [Parameter("Replace a database that holds something; the old one is kept under another name")]
    bool Replace => TryGetValue<bool?>(() => Replace) ?? false;

    [Parameter("The name of the database to be replaced, where production asks for it and there is no terminal")]
    string ConfirmDatabase => TryGetValue(() => ConfirmDatabase);

    [Parameter("File with the application's read-only queries that a drill runs, one a line; each must give a row")]
    string SmokeQueries => TryGetValue(() => SmokeQueries);

    Target Backup => _ => _
        .Description("Back up the environment's database, compressed and encrypted, into the object store (local: production's)")
        .Executes(async () =>
        {
            await EnsureBackupToolsAsync();
            var (database, recipients) = BackupSource();
            var manifest = await JobSwipe.Backups.Backup.CreateAsync(database, ObjectStores.Open(Store), new BackupOptions { Recipients = recipients }, BackupTicker.Say("backed up"), Cancellation);
            Log.Information("{Id}: {Tables} tables, {Rows:N0} rows, {Size:0.0} MB in {Store}",
                manifest.Id, manifest.Tables.Count, manifest.Tables.Sum(table => table.Rows), manifest.StoredBytes / 1e6, Store);
            ReportSummary(_ => { _["Backup"] = manifest.Id; return _; });
        });

    Target RestoreBackup => _ => _
        .Description("Restore a backup into a database: beside it, compared, then swapped by name")
        .Requires(() => Into)
        .Executes(async () =>
        {
            if (Into.Contains("://", System.StringComparison.Ordinal))
                throw new DeliveryError("--into is the name of a database, not its URL.", "Give its server with --database-url (or the variable DATABASE_URL), and --into <name>.");
            await EnsureBackupToolsAsync();
            var into = BackupSource().Database.WithDatabase(Into);
            ReplaceConfirmation.Require(into.Database, Replace && (DeliveryEnvironment == DeliveryEnvironment.Production || !into.IsLocal), ConfirmDatabase);
            using var identity = await BackupIdentity.OpenAsync(this);
            var report = await JobSwipe.Backups.Restore.RunAsync(
                ObjectStores.Open(Store), BackupId, into, identity.File, new RestoreOptions { Replace = Replace }, BackupTicker.Say("read"), Cancellation);
            Log.Information("{Id} restored into {Database} in {Seconds:0.0} s{Kept}", report.BackupId, report.Database, report.Seconds, report.Kept is null ? "" : $"; the old one is {report.Kept}");
        });

    Target RestoreDrill => _ => _
        .Description("Restore a backup into a scratch database, compare every table, check indexes and queries, and record the proof")
        .Executes(async () =>
        {
            await EnsureBackupToolsAsync();
            var queries = SmokeQueries is null ? [] : System.IO.File.ReadAllLines(SmokeQueries).Where(line => line.Trim().Length > 0 && !line.StartsWith("--", System.StringComparison.Ordinal)).ToArray();
            await using var cluster = await PostgresCluster.StartAsync(cancellation: Cancellation);
            using var identity = await BackupIdentity.OpenAsync(this);
            var report = await JobSwipe.Backups.RestoreDrill.RunAsync(
                ObjectStores.Open(Store), BackupId, cluster.Url, identity.File, new DrillOptions { SmokeQueries = queries }, cancellation: Cancellation);
            Log.Information("{Id}: {Tables} tables, {Rows:N0} rows restored in {Seconds:0.0} s", report.BackupId, report.Tables.Count, report.Rows, report.Seconds);
            foreach (var check in report.Checks) Log.Information("{Check}: {Outcome}, {Detail}", check.Name, check.Outcome, check.Detail);
            ReportSummary(_ => { _["Restored"] = report.BackupId; return _; });
            if (!report.Equal)
                throw new DeliveryError($"{report.BackupId} does not restore to what was backed up: {string.Join(", ", report.Failures)}.",
                    "Take a new backup and drill it; keep the older ones.");
        });
}
