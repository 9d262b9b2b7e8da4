using JobSwipe.Migrations;
using JobSwipe.Releases;
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
            if (LoadApplication().Migrations is null)
            {
                Log.Information("The application brings no migrations/");
                return;
            }
            var report = await Migrator.MigrateAsync(database, await OptionsAsync(), Log.Information, Interruption.Token);
            Log.Information("{Applied} applied, {Database} is at {Head}", report.Applied.Count, database, report.Head);
            ReportSummary(_ => { _["Applied"] = report.Applied.Count.ToString(); _["Head"] = report.Head; return _; });
        });

    private async System.Threading.Tasks.Task<MigrationOptions> OptionsAsync()
    {
        var source = await SourceVersion.ReadAsync(RootDirectory, ReleaseVersion, Interruption.Token);
        return new MigrationOptions { ScriptsFolder = LoadApplication().Migrations, Release = source.Version, Commit = source.Commit };
    }
}
