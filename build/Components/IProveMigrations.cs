using System.IO;
using JobSwipe.Migrations;
using JobSwipe.Migrations.Testing;
using JobSwipe.Tools.Installing;
using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;
using Nuke.Common;
using Nuke.Common.IO;
using Serilog;

namespace Components;

/// <summary>Migrations tried out where they cannot hurt: on scratch databases and on copies.</summary>
interface IProveMigrations : IMigrate
{
    [Parameter("SQL file with rows for MigrateTest; default is the application's seed.sql for JobSwipe's own scripts")]
    AbsolutePath Seed => TryGetValue(() => Seed);

    [Parameter("Script after which the tables for the seed are there; 0001 by default")]
    string SeedAfter => TryGetValue(() => SeedAfter) ?? "0001";

    Target MigrateTest => _ => _
        .Description("Prove the migrations up, down and up again, on an empty database and on one with rows")
        .Executes(async () =>
        {
            await using var cluster = await StartClusterAsync(this);
            var file = Seed ?? (Scripts is null ? LoadApplication().SeedFile : null);
            var seed = file is null ? null : new MigrationSeed(Path.GetFileName(file), await File.ReadAllTextAsync(file, Interruption.Token), SeedAfter);
            var report = await MigrationTest.RunAsync(cluster.Url, seed, new MigrationOptions { ScriptsFolder = Scripts }, Log.Information, Interruption.Token);
            if (seed is null) Log.Warning("not run: the half with rows, for want of --seed");
            ReportSummary(_ => { _["Empty"] = report.Empty.ToString(); _["With rows"] = report.Seeded.ToString(); return _; });
        });

    /// <summary>A PostgreSQL server for scratch databases.</summary>
    static async System.Threading.Tasks.Task<PostgresCluster> StartClusterAsync(IHasTools build)
    {
        await Installer.EnsureAsync([ExternalTool.PostgresServer], build.InstallTools, Log.Information, Interruption.Token);
        return await PostgresCluster.StartAsync(cancellation: Interruption.Token);
    }
}
