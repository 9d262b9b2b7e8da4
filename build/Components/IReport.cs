using System;
using JobSwipe.Migrations.Rehearsals;
using JobSwipe.Monitoring.Drill;
using JobSwipe.Releases.Deployments;
using JobSwipe.Reports;
using JobSwipe.Reports.Sections;
using JobSwipe.Security.Gate;
using JobSwipe.Security.Output;
using JobSwipe.Storage;
using JobSwipe.Tools.Processes;
using Nuke.Common;
using Nuke.Common.IO;
using Serilog;

namespace Components;

interface IReport : ISecurity
{
    Target Report => _ => _
        .Description("Write the report of the object store: the plan's goals, delivery, backups, security, monitoring, migrations, with plots")
        .Executes(async () =>
        {
            var store = ObjectStores.Open(Store);
            var now = DateTimeOffset.UtcNow;
            var records = await new Ledger(store, "production").ReadAsync(Interruption.Token);
            var security = SecurityFiles.Find(SecurityDirectory);
            var drill = DrillResult.Find(ArtifactsDirectory / "monitoring" / "drill.json");
            var (status, backups) = await BackupSection.FactsAsync(store, Interruption.Token);
            var data = new ReportData
            {
                Title = "Delivery of JobSwipe",
                Made = now,
                Steps = [],
                Sections =
                [
                    OverviewSection.Of(new() { Records = records, Backups = backups, LastProof = status.LastProof, Security = security, DetectionSeconds = drill?.MeanSeconds, Undetected = drill?.Undetected ?? 0 }, now),
                    DeliverySection.Of(records, "production", now),
                    BackupSection.Of(status, backups),
                    SecuritySection.Of(security, await SecurityHistory.LoadAsync(store, Interruption.Token), now),
                    MonitoringSection.Of(drill),
                    MigrationSection.Of((await RehearsalProof.NewestAsync(store, "production", Interruption.Token))?.Report),
                ],
            };
            Log.Information("{Page}", ReportPage.Write(data, ArtifactsDirectory / "report"));
        });
}
