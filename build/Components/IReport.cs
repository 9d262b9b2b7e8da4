using System;
using JobSwipe.Migrations.Rehearsals;
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
        .Description("Write the report of the object store: delivery, backups, security, migrations, with plots and goals")
        .Executes(async () =>
        {
            var store = ObjectStores.Open(Store);
            var now = DateTimeOffset.UtcNow;
            var data = new ReportData
            {
                Title = "Delivery of JobSwipe",
                Made = now,
                Steps = [],
                Sections =
                [
                    DeliverySection.Of(await new Ledger(store, "production").ReadAsync(Interruption.Token), "production", now),
                    await BackupSection.ReadAsync(store, Interruption.Token),
                    SecuritySection.Of(SecurityFiles.Find(SecurityDirectory), await SecurityHistory.LoadAsync(store, Interruption.Token), now),
                    MigrationSection.Of((await RehearsalProof.NewestAsync(store, "production", Interruption.Token))?.Report),
                ],
            };
            Log.Information("{Page}", ReportPage.Write(data, ArtifactsDirectory / "report"));
        });
}
