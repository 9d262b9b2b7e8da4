using JobSwipe.Backups;
using JobSwipe.Backups.Physical;
using JobSwipe.Storage;
using Nuke.Common;
using Nuke.Common.IO;
using Serilog;

namespace Components;

interface IArchiveWal : IHasBackups, IHasName
{
    [Parameter("Replication slot of the archiver")]
    string Slot => TryGetValue(() => Slot) ?? "jobswipe_wal";

    [Parameter("Megabytes of WAL that the server may keep for the slot before an alarm is raised")]
    int? MostSlotMegabytes => TryGetValue<int?>(() => MostSlotMegabytes);

    [Parameter("The moment to restore, with its zone: 2026-01-31T12:00:00Z")]
    string Time => TryGetValue(() => Time);

    [Parameter("The position in the WAL to restore, such as 0/3000148")]
    string Lsn => TryGetValue(() => Lsn);

    [Parameter("Empty folder that becomes the restored cluster's data folder")]
    AbsolutePath RestoreFolder => TryGetValue(() => RestoreFolder);

    Target BaseBackup => _ => _
        .Description("Copy the whole cluster into the object store, as the beginning of point-in-time recovery")
        .Executes(async () =>
        {
            await EnsureBackupToolsAsync();
            var (database, recipients) = BackupSource();
            var manifest = await JobSwipe.Backups.Physical.BaseBackup.CreateAsync(database, ObjectStores.Open(Store), new BackupOptions { Recipients = recipients }, BackupTicker.Say("copied"), Cancellation);
            Log.Information("{Id}: {Size:0.0} MB, {From} to {To}", manifest.Id, manifest.Archive.StoredBytes / 1e6, manifest.StartLsn, manifest.StopLsn);
        });

    Target WalArchive => _ => _
        .Description("Stream the cluster's WAL into the object store until it is stopped")
        .Executes(async () =>
        {
            await EnsureBackupToolsAsync();
            var (database, recipients) = BackupSource();
            var options = new WalArchiveOptions { Recipients = recipients, Slot = Slot };
            if (MostSlotMegabytes is { } most) options = options with { MostSlotBytes = most * 1_000_000L };
            await JobSwipe.Backups.Physical.WalArchive.RunAsync(database, ObjectStores.Open(Store), options, Tell, Cancellation);
        });

    Target RestorePointInTime => _ => _
        .Description("Build a cluster as it was at --time, --lsn or --name, in an empty folder")
        .Requires(() => RestoreFolder)
        .Executes(async () =>
        {
            var target = RecoveryTarget.Parse(Time, Lsn, Name);
            await EnsureBackupToolsAsync();
            using var identity = await BackupIdentity.OpenAsync(this);
            var report = await PointInTime.RestoreAsync(ObjectStores.Open(Store), target, RestoreFolder, identity.File, Log.Information, Cancellation);
            Log.Information("{Folder}: {Position}, last transaction {Last:O}, from {Base} in {Seconds:0.0} s", RestoreFolder, report.Position, report.LastTransaction, report.BaseBackupId, report.Seconds);
        });

    private static void Tell(WalEvent one)
    {
        if (one.Kind == WalEventKind.Alarm) Log.Error("{Text}", one.Text);
        else if (one.Kind == WalEventKind.Stored) Log.Debug("{Text}", one.Text);
        else Log.Information("{Kind}: {Text}", one.Kind, one.Text);
    }
}
