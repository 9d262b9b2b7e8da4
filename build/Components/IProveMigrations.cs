using System.IO;
using JobSwipe.Migrations;
using JobSwipe.Migrations.Rehearsals;
using JobSwipe.Migrations.Testing;
using JobSwipe.Releases.Smoke;
using JobSwipe.Storage;
using JobSwipe.Tools.Installing;
using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;
using Nuke.Common;
using Nuke.Common.IO;
using Serilog;

namespace Components;

/// <summary>Migrations tried out where they cannot hurt: on scratch databases and on copies.</summary>
interface IProveMigrations : IMigrate, IBackUp
{
    [Parameter("SQL file with rows for MigrateTest; default is the application's seed.sql for JobSwipe's own scripts")]
    AbsolutePath Seed => TryGetValue(() => Seed);

    [Parameter("Script after which the tables for the seed are there; 0001 by default")]
    string SeedAfter => TryGetValue(() => SeedAfter) ?? "0001";

    [Parameter("Database to rehearse on a copy of, as postgresql://user:password@host:port/name; default is the newest backup"), Secret]
    string CopyFrom => TryGetValue(() => CopyFrom);

    [Parameter("Rows above which the rehearsal takes a table for large; 100000 by default")]
    long LargeTableRows => TryGetValue<long?>(() => LargeTableRows) ?? new RehearsalLimits().LargeTableRows;

    [Parameter("Milliseconds that a script may keep a large table from being read; 1000 by default")]
    long MaxLockMilliseconds => TryGetValue<long?>(() => MaxLockMilliseconds) ?? (long)new RehearsalLimits().LongestAccessExclusive.TotalMilliseconds;

    [Parameter("Large tables that a script may rewrite; none by default")]
    int LargeRewrites => TryGetValue<int?>(() => LargeRewrites) ?? 0;

    [Parameter("Shell command that starts the release before; it is told DATABASE_URL and PORT, and is smoke-tested on the new schema")]
    string FormerService => TryGetValue(() => FormerService);

    Target MigrateRehearse => _ => _
        .Description("Apply pending migrations to a copy of the data, measure locks and rewrites, undo, apply again; fails above the limits")
        .Executes(async () =>
        {
            await using var cluster = await StartClusterAsync(this);
            var limits = new RehearsalLimits { LargeTableRows = LargeTableRows, LongestAccessExclusive = System.TimeSpan.FromMilliseconds(MaxLockMilliseconds), LargeRewrites = LargeRewrites };
            var report = await MigrationRehearsal.RunAsync(
                cancellation => CopyAsync(cluster.Url, cancellation), new MigrationOptions { ScriptsFolder = ScriptsFolder }, limits,
                FormerService is null ? null : SmokeFormerAsync, Log.Information, Interruption.Token);
            Print(RehearsalTable.Lines(report), report, "rehearsal");
            var environment = DeliveryEnvironment == DeliveryEnvironment.Staging ? "staging" : "production";
            Log.Information("{Key} in {Store}", await RehearsalProof.SaveAsync(ObjectStores.Open(Store), environment, report, cancellation: Interruption.Token), Store);
            ReportSummary(_ => { _["Rehearsed"] = report.Scripts.Count.ToString(); return _; });
            if (!report.Passed) throw new RehearsalNotPassed(report.Violations);
        });

    private async System.Threading.Tasks.Task SmokeFormerAsync(DatabaseUrl database, System.Threading.CancellationToken cancellation)
    {
        var report = await new FormerRelease(FormerService, LoadApplication().Smoke).SmokeAsync(database, cancellation);
        Log.Information("the release before passes {Checks} checks on the new schema", report.Checks.Count);
    }

    private async System.Threading.Tasks.Task<RehearsalCopy> CopyAsync(DatabaseUrl server, System.Threading.CancellationToken cancellation)
    {
        if (CopyFrom is not null) return await DatabaseCopy.TakeAsync(JobSwipe.Tools.Postgres.DatabaseUrl.Parse(CopyFrom), server, cancellation: cancellation);
        await Installer.EnsureAsync([ExternalTool.Zstd, ExternalTool.Age], InstallTools, Log.Information, cancellation);
        using var folder = TemporaryFolder.Create("jsage");
        var copy = server.WithDatabase("rehearsal");
        var restored = await JobSwipe.Backups.Restore.RunAsync(ObjectStores.Open(Store), BackupId, copy, await IdentityAsync(folder), cancellation: cancellation);
        return new RehearsalCopy(copy, $"backup {restored.BackupId}");
    }

    Target MigrateTest => _ => _
        .Description("Prove the migrations up, down and up again, on an empty database and on one with rows")
        .Executes(async () =>
        {
            await using var cluster = await StartClusterAsync(this);
            var file = Seed ?? (Scripts is null ? LoadApplication().SeedFile : null);
            var seed = file is null ? null : new MigrationSeed(Path.GetFileName(file), await File.ReadAllTextAsync(file, Interruption.Token), SeedAfter);
            var report = await MigrationTest.RunAsync(cluster.Url, seed, new MigrationOptions { ScriptsFolder = ScriptsFolder }, Log.Information, Interruption.Token);
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
