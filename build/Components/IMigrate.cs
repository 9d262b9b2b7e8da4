using System.IO;
using System.Linq;
using JobSwipe.Migrations;
using JobSwipe.Migrations.Adoption;
using JobSwipe.Migrations.Lint;
using JobSwipe.Migrations.Lint.Catalog;
using JobSwipe.Migrations.Schemas;
using JobSwipe.Releases;
using JobSwipe.Releases.Deployments;
using JobSwipe.Storage;
using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;
using Nuke.Common;
using Nuke.Common.IO;
using Serilog;

namespace Components;

/// <summary>Migrations of a live database. What is tried out on copies is in <see cref="IProveMigrations"/>.</summary>
interface IMigrate : IHasMigrations, IHasName
{
    [Parameter("Revision that Alembic must be at in a database to be adopted")]
    string AlembicRevision => TryGetValue(() => AlembicRevision);

    [Parameter("Minutes that a migration may take in all; 60 by default")]
    int MigrateDeadline => TryGetValue<int?>(() => MigrateDeadline) ?? 60;

    Target Migrate => _ => _
        .Description("Apply pending migrations to the environment's database (local: staging's)")
        .Executes(async () =>
        {
            if (ScriptsFolder is null)
            {
                Log.Information("The application brings no migrations/");
                return;
            }
            var report = await Migrator.MigrateAsync(MigratedDatabase(), await OptionsAsync(), Log.Information, Interruption.Token);
            Log.Information("{Applied} applied, {Database} is at {Head}", report.Applied.Count, MigratedDatabase(), report.Head);
            ReportSummary(_ => { _["Applied"] = report.Applied.Count.ToString(); _["Head"] = report.Head; return _; });
        });

    Target MigrateStatus => _ => _
        .Description("Show which migrations are applied, pending, changed, missing, out of order (--json)")
        .Executes(async () =>
        {
            var status = await Migrator.StatusAsync(MigratedDatabase(), new MigrationOptions { ScriptsFolder = ScriptsFolder }, Interruption.Token);
            Print(StatusLines.Of(status), status, "status");
            if (status.Disagrees) Log.Warning("A run would be refused");
        });

    Target MigratePlan => _ => _
        .Description("Print the SQL that Migrate would run, and the lint findings in it; nothing is run")
        .Executes(async () =>
        {
            var plan = await MigrationPlan.ReadAsync(MigratedDatabase(), await OptionsAsync(), Interruption.Token);
            Print(plan.ToSql().Split('\n'), plan, "plan");
            // All scripts are read: what an earlier one made, a later one may change. Only what would run is spoken of.
            var lint = MigrationLinter.Lint(LintScript.Load(ScriptsFolder, RootDirectory), LintSettings.Load(ScriptsFolder), await PostgresCatalog.ReadAsync(MigratedDatabase(), Interruption.Token));
            foreach (var finding in lint.Findings.Where(finding => plan.Scripts.Any(script => Path.GetFileName(finding.File) == script.File)))
                Log.Warning("{File}:{Line}:{Column}: {Rule}: {Message}", finding.File, finding.Line, finding.Column, finding.Rule, finding.Message);
            Log.Information("{Count} scripts would run after {Head}", plan.Scripts.Count, plan.Head ?? "an empty journal");
        });

    Target MigrateUndo => _ => _
        .Description("Take migrations back, newest first, down to --to <script>")
        .Requires(() => To)
        .Executes(async () =>
        {
            var report = await Migrator.UndoAsync(MigratedDatabase(), To, await OptionsAsync(), Log.Information, Interruption.Token);
            Log.Information("{Undone} taken back, {Database} is at {Head}", report.Applied.Count, MigratedDatabase(), report.Head);
        });

    Target MigrateBaseline => _ => _
        .Description("Adopt a database whose schema is there: compare it, then mark the scripts up to --to (0001) as applied")
        .Executes(async () =>
        {
            await using var cluster = await IProveMigrations.StartClusterAsync(this);
            var options = await OptionsAsync();
            await Baseline.AdoptAsync(MigratedDatabase(), new BaselineOptions(To ?? "0001", cluster.Url, AlembicRevision), options with { To = null }, Log.Information, Interruption.Token);
            foreach (var caller in AlembicCallers.Find(Application)) Log.Warning("{Caller} still calls Alembic", caller);
        });

    Target MigrateVerify => _ => _
        .Description("Compare the live schema with what its journal says it should be; fails on drift and shows it")
        .Executes(async () =>
        {
            await using var cluster = await IProveMigrations.StartClusterAsync(this);
            var difference = await SchemaVerification.RunAsync(MigratedDatabase(), cluster.Url, new MigrationOptions { ScriptsFolder = ScriptsFolder }, Interruption.Token);
            if (!difference.IsEmpty) throw new SchemaDrifted(MigratedDatabase().Database, difference);
            Log.Information("{Database} is what its journal says", MigratedDatabase());
        });

    Target MigrateNew => _ => _
        .Description("Begin a migration: script, undo and test, with the next number (--name)")
        .Requires(() => Name)
        .Executes(() =>
        {
            foreach (var file in ScriptScaffold.Write(ScriptsFolder, Name)) Log.Information("{File}", file);
        });

    DatabaseUrl MigratedDatabase() => Database(DeliveryEnvironment == DeliveryEnvironment.Production ? "production" : "staging");

    void Print<T>(System.Collections.Generic.IEnumerable<string> lines, T value, string name)
    {
        var file = ArtifactsDirectory / "migrations" / $"{name}.json";
        JobSwipe.Tools.Json.WriteFile(file, value);
        if (Json) System.Console.Out.Write(JobSwipe.Tools.Json.Write(value));
        else foreach (var line in lines) Log.Information("{Line}", line);
        Log.Debug("{File}", file);
    }

    private async System.Threading.Tasks.Task<MigrationOptions> OptionsAsync()
    {
        var source = await SourceVersion.ReadAsync(RootDirectory, ReleaseVersion, Interruption.Token);
        return new MigrationOptions
        {
            ScriptsFolder = ScriptsFolder,
            To = To,
            Release = source.Version,
            Commit = source.Commit,
            Actor = Actor.Name,
            Deadline = System.TimeSpan.FromMinutes(MigrateDeadline),
            Deployed = await DeployedAsync(),
        };
    }

    // Somebody else's scripts, or a database by its address, say nothing about what is deployed from here.
    private async System.Threading.Tasks.Task<string[]> DeployedAsync()
    {
        if (Scripts is not null || DatabaseUrl is not null && DeliveryEnvironment == DeliveryEnvironment.Local) return [];
        var environment = DeliveryEnvironment == DeliveryEnvironment.Production ? "production" : "staging";
        var ledger = DeliveryEnvironment == DeliveryEnvironment.Local ? Target(environment).Ledger : new Ledger(ObjectStores.Open(Store), environment);
        var last = (await ledger.ReadAsync(Interruption.Token)).LastOrDefault(record => record.Outcome == DeploymentOutcome.Succeeded);
        return last is null ? [] : [last.Release.Version];
    }
}
