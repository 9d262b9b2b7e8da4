using System;
using System.IO;
using JobSwipe.Migrations.Lint;
using JobSwipe.Migrations.Lint.Catalog;
using JobSwipe.Migrations.Lint.Reports;
using JobSwipe.Tools;
using JobSwipe.Tools.Processes;
using Nuke.Common;
using Nuke.Common.IO;
using Serilog;

namespace Components;

/// <summary>Reads migration scripts before they run. Without a database it needs nothing but the files.</summary>
interface ILintMigrations : IHasMigrations
{
    [Parameter("How MigrateLint and Inspect write their findings: text (default), json or sarif")]
    LintFormat Format => TryGetValue<LintFormat?>(() => Format) ?? LintFormat.Text;

    [Parameter("Severity from which MigrateLint and Inspect fail: note, warning (default), error, or off for never")]
    LintSeverity FailOn => TryGetValue<LintSeverity?>(() => FailOn) ?? LintSeverity.Warning;

    Target MigrateLint => _ => _
        .Description("Say what in the migration scripts may hurt (--scripts, --format, --fail-on); with --database-url, what is harmless there is silent")
        .Executes(async () =>
        {
            var catalog = DatabaseUrl is null ? null : await PostgresCatalog.ReadAsync(Database("staging"), Interruption.Token);
            var folder = RequireScripts();
            var report = MigrationLinter.Lint(LintScript.Load(folder, RootDirectory), LintSettings.Load(folder), catalog);
            var text = report.Write(Format);
            if (Format == LintFormat.Text) foreach (var line in text.TrimEnd().Split('\n')) Log.Information("{Line}", line);
            else
            {
                var file = ArtifactsDirectory / "migrations" / (Format == LintFormat.Sarif ? "lint.sarif" : "lint.json");
                Directory.CreateDirectory(file.Parent);
                await File.WriteAllTextAsync(file, text, Interruption.Token);
                Console.Out.Write(text);
                Log.Information("{File}", file);
            }
            ReportSummary(_ => { _["Findings"] = report.Findings.Count.ToString(); _["Waived"] = report.Waived.Count.ToString(); return _; });
            report.RequireBelow(FailOn);
        });
}
