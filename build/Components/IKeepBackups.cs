using System;
using System.Linq;
using JobSwipe.Backups;
using JobSwipe.Storage;
using JobSwipe.Tools;
using Nuke.Common;
using Serilog;

namespace Components;

interface IKeepBackups : IHasBackups
{
    [Parameter("How many backups stay: days, weeks, months, years, such as 7d,4w,12m")]
    string Retention => TryGetValue(() => Retention) ?? RetentionPolicy.Default.ToString();

    [Parameter("Really do what is otherwise only said")]
    bool Yes => TryGetValue<bool?>(() => Yes) ?? false;

    [Parameter("File for the node exporter's textfile collector, such as /var/lib/node_exporter/backup.prom")]
    string MetricsFile => TryGetValue(() => MetricsFile);

    [Parameter("Address of a Prometheus Pushgateway that gets the backup metrics")]
    string Pushgateway => TryGetValue(() => Pushgateway);

    Target BackupList => _ => _
        .Description("List the backups of the store, newest first")
        .Executes(async () =>
        {
            foreach (var entry in await JobSwipe.Backups.Backup.ListAsync(ObjectStores.Open(Store), Cancellation))
                Log.Information("{Id}  {What}", entry.Id, entry.Manifest is { } manifest
                    ? $"{manifest.Database}, {manifest.Tables.Sum(table => table.Rows):N0} rows, {manifest.StoredBytes / 1e6:0.0} MB, {manifest.Seconds:0.0} s, release {manifest.Release ?? "unknown"}"
                    : "not to be trusted: " + entry.Problem);
        });

    Target BackupVerify => _ => _
        .Description("Read a backup and compare every byte's SHA-256 with its manifest; needs no identity")
        .Executes(async () =>
        {
            var manifest = await JobSwipe.Backups.Backup.VerifyAsync(ObjectStores.Open(Store), BackupId, BackupTicker.Say("read"), Cancellation);
            Log.Information("{Id}: {Objects} objects, {Size:0.0} MB, all as they were written", manifest.Id, manifest.Objects.Count, manifest.StoredBytes / 1e6);
        });

    Target BackupPrune => _ => _
        .Description("Say which backups retention keeps and drops, and why; drops them with --yes")
        .Executes(async () =>
        {
            var report = await Prune.RunAsync(ObjectStores.Open(Store), RetentionPolicy.Parse(Retention), Yes, cancellation: Cancellation);
            foreach (var line in report.Lines()) Log.Information("{Line}", line);
            if (!Yes) Log.Information("Nothing was removed; --yes does it.");
        });

    Target BackupStatus => _ => _
        .Description("Say how old, how proved and how complete backups are; text, --json, metrics; fails when something is not as it should be")
        .Executes(async () =>
        {
            var status = await BackupStatusReader.ReadAsync(ObjectStores.Open(Store), cancellation: Cancellation);
            var metrics = PrometheusText.Write(status, DeliveryEnvironment.ToString());
            if (MetricsFile is not null) PrometheusText.WriteFile(MetricsFile, metrics);
            if (Pushgateway is not null) await JobSwipe.Backups.Pushgateway.PushAsync(new Uri(Pushgateway), DeliveryEnvironment.ToString(), metrics, Cancellation);
            if (Json) Console.WriteLine(JobSwipe.Tools.Json.Write(status));
            else foreach (var line in StatusText.Lines(status)) Log.Information("{Line}", line);
            if (status.Problems.Count > 0)
                throw new DeliveryError($"Backups are not as they should be: {string.Join("; ", status.Problems)}.", "Run Backup, RestoreDrill, BaseBackup or WalArchive, as it says.");
        });
}
