using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using JobSwipe.Releases;
using JobSwipe.Security;
using JobSwipe.Security.Gate;
using JobSwipe.Security.Output;
using JobSwipe.Security.Scanners;
using JobSwipe.Storage;
using JobSwipe.Tools;
using JobSwipe.Tools.Processes;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Components;
using Serilog;

namespace Components;

interface ISecurity : IScan, IHasEnvironment
{
    [Parameter("Rules for Semgrep: a file, a folder, or a set such as p/python")]
    string SemgrepRules => TryGetValue(() => SemgrepRules) ?? "p/python";

    [Parameter("Make what the gate sees now the baseline that a policy with newOnly compares with")]
    bool AcceptBaseline => TryGetValue<bool?>(() => AcceptBaseline) ?? false;

    AbsolutePath SecurityDirectory => ArtifactsDirectory / "security";

    Target DependencyScan => _ => _
        .Description("Scan locked packages for vulnerabilities: pip-audit, osv-scanner, dart pub outdated, dotnet package list")
        // NuGet's own list is read from what was restored.
        .DependsOn<IRestore>(x => x.Restore)
        .Executes(() => ScanResults.RunAsync(this, [.. DependencyScanners.In(Application, RootDirectory)]));

    Target StaticAnalysis => _ => _
        .Description("Scan the application's Python code: Bandit, Semgrep")
        .Executes(() => ScanResults.RunAsync(this, Directory.EnumerateFiles(Application, "*.py", SearchOption.AllDirectories).Any() ? [new Bandit(Application), new Semgrep(Application, SemgrepRules)] : []));

    Target SecurityGate => _ => _
        .Description("Decide by all scanners' results, the policy and the waivers; store the verdict under the release's digest")
        .After<IScan>(x => x.Trivy, x => x.GitleaksScan)
        .After<ISecurity>(x => x.DependencyScan, x => x.StaticAnalysis)
        .Executes(async () =>
        {
            var store = ObjectStores.Open(Store);
            var run = new GateRun(store, RootDirectory / ".nuke", ScansDirectory) { AcceptBaseline = AcceptBaseline };
            var (report, history) = await run.RunAsync(File.Exists(ReleaseFile) ? Release.Load(ReleaseFile).Artifact.Digest : null, Interruption.Token);
            foreach (var file in SecurityFiles.Write(report, history, SecurityDirectory)) Log.Information("{File}", file);
            foreach (var warning in report.Warnings) Log.Warning("{Warning}", warning);
            ReportSummary(_ => { _["Outcome"] = report.Outcome.ToString(); _["Findings"] = report.Findings.Count.ToString(); return _; });
            GateRun.Require(report, Strict);
            Log.Information("{Outcome}: {Summary}", report.Outcome, report.Summary);
        });

    Target SecurityReport => _ => _
        .Description("Print what the last gate decided, worst first")
        .After<ISecurity>(x => x.SecurityGate)
        .Executes(() =>
        {
            var report = SecurityFiles.Read(SecurityDirectory);
            foreach (var line in SecurityText.Lines(report)) Log.Information("{Line}", line);
        });

    Target Sbom => _ => _
        .Description("Write what the application is made of as CycloneDX, from its lock files: artifacts/security/sbom.cdx.json")
        .Executes(() => Log.Information("{File}", LockFileSbom.Write(Application, SecurityDirectory / "sbom.cdx.json")));
}
