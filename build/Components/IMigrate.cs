using JobSwipe.Migrations;
using JobSwipe.Tools.Processes;
using Nuke.Common;
using Serilog;

namespace Components;

interface IMigrate : IHasEnvironment
{
    Target Migrate => _ => _
        .Description("Apply pending migrations to the environment's database (local: staging's)")
        .Executes(async () =>
        {
            var database = Database(DeliveryEnvironment == DeliveryEnvironment.Production ? "production" : "staging");
            var report = await Migrator.MigrateAsync(database, new MigrationOptions(), Log.Information, Interruption.Token);
            Log.Information("{Applied} applied, {Database} is at {Head}", report.Applied.Count, database, report.Head);
            ReportSummary(_ => { _["Applied"] = report.Applied.Count.ToString(); _["Head"] = report.Head; return _; });
        });
}
