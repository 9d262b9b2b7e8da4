using System;
using System.Collections.Generic;
using System.Linq;
using JobSwipe.Rehearsal;
using JobSwipe.Reports;
using JobSwipe.Security;
using JobSwipe.Tools.Processes;
using Nuke.Common;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Serilog;

namespace Components;

interface IRehearse : IDeploy, IScan, ISmokeTest
{
    [Parameter("Leave staging and production running after the rehearsal")]
    bool Keep => TryGetValue<bool?>(() => Keep) ?? false;

    Target CompileLocalFly => _ => _
        .Description("Compile the stand-in for flyctl")
        .Executes(() => LocalFly.Program(this));

    Target Rehearse => _ => _
        .Description("Rehearse a whole release on this machine, from the build to the restore drill")
        .DependsOn<IBuildImage>(x => x.CompileApplication, x => x.DockerBuild)
        .DependsOn<IScan>(x => x.Trivy, x => x.GitleaksScan)
        .DependsOn<IRehearse>(x => x.CompileLocalFly)
        .AssuredAfterFailure()
        .Executes(async () =>
        {
            var settings = new RehearsalSettings
            {
                Platform = LocalSession.Settings(this),
                ReleaseFile = ReleaseFile,
                Folder = ArtifactsDirectory / "rehearsal",
                ReportFolder = ArtifactsDirectory / "report",
                Keep = Keep,
            };
            var result = await Rehearsal.RunAsync(settings, StepsSoFar(), Log.Information, Interruption.Token);
            Log.Information("Report: {Page}", result.Page);
            ReportSummary(_ => { _["Steps"] = $"{result.Steps.Count(step => step.Outcome == StepOutcome.Passed)} passed, {result.Steps.Count(step => step.Outcome == StepOutcome.NotRun)} not run"; return _; });
        });

    Target DisasterDrill => _ => _
        .Description("Lose production with its database on this machine, and build it again from the object store and the repository alone")
        .DependsOn<IBuildImage>(x => x.CompileApplication, x => x.DockerBuild)
        .DependsOn<IRehearse>(x => x.CompileLocalFly)
        .Executes(async () =>
        {
            var folder = ArtifactsDirectory / "disaster";
            var settings = new DisasterSettings { Platform = LocalSession.Settings(this) with { Store = folder / "store" }, ReleaseFile = ReleaseFile, Folder = folder };
            var report = await JobSwipe.Rehearsal.DisasterDrill.RunAsync(settings, Log.Information, Interruption.Token);
            Log.Information("{File}", report.File);
            ReportSummary(_ => { _["RTO"] = $"{report.RecoverySeconds:0.0} s"; _["RPO"] = $"{report.LostSeconds:0.0} s"; return _; });
        });

    private IReadOnlyList<Step> StepsSoFar() =>
    [
        StepOf("Compile", nameof(CompileApplication)),
        StepOf("DockerBuild", nameof(DockerBuild)),
        StepOf("Trivy", nameof(Trivy)),
        StepOf("GitleaksScan", nameof(GitleaksScan)),
    ];

    private Step StepOf(string name, string target) => BuildSteps.Of(name, ExecutionPlan.Single(executable => executable.Name == target), this);
}
