using System;
using System.IO;
using JobSwipe.Migrations.Lint;
using JobSwipe.Releases.Inspection;
using Nuke.Common;
using Serilog;

namespace Components;

/// <summary>Reads an application's folder before anything of it is built.</summary>
interface IInspect : ILintMigrations
{
    Target Inspect => _ => _
        .Description("Say what is wrong with an application's delivery, from its files alone (--application, --format, --fail-on)")
        .Executes(() =>
        {
            var report = Inspector.Inspect(Application);
            var text = report.Write(Format);
            if (Format == LintFormat.Text) foreach (var line in text.TrimEnd().Split('\n')) Log.Information("{Line}", line);
            else
            {
                var file = ArtifactsDirectory / "inspection" / (Format == LintFormat.Sarif ? "inspect.sarif" : "inspect.json");
                Directory.CreateDirectory(file.Parent);
                File.WriteAllText(file, text);
                Console.Out.Write(text);
                Log.Information("{File}", file);
            }
            ReportSummary(_ => { _["Findings"] = report.Findings.Count.ToString(); return _; });
            report.RequireBelow(FailOn);
        });
}
