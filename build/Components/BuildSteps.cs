using JobSwipe.Releases;
using JobSwipe.Reports;
using JobSwipe.Security;
using Nuke.Common.Execution;

namespace Components;

/// <summary>The build's own targets as steps of a rehearsal's report.</summary>
static class BuildSteps
{
    public static Step Of(string name, ExecutableTarget target, IRehearse build)
    {
        var seconds = target.Duration.TotalSeconds;
        if (ScanResults.All.TryGetValue(name == "Trivy" ? "trivy" : name == "GitleaksScan" ? "gitleaks" : "", out var scan))
            return new Step(name, Outcome(scan), seconds, scan.Detail);
        return target.Status switch
        {
            ExecutionStatus.Succeeded when name == "DockerBuild" && Release.Load(build.ReleaseFile).Artifact.Kind == ArtifactKind.Folder =>
                new Step(name, StepOutcome.NotRun, seconds, "not run: no container engine; the published folder is delivered"),
            ExecutionStatus.Succeeded => new Step(name, StepOutcome.Passed, seconds, Detail(name, build)),
            ExecutionStatus.Failed => new Step(name, StepOutcome.Failed, seconds, $"the target {target.Name} failed; its error is in the build's output"),
            _ => new Step(name, StepOutcome.NotRun, seconds, $"not run: {target.OnlyWhen ?? target.Skipped ?? "a target before it failed"}"),
        };
    }

    static StepOutcome Outcome(ScanResult scan) => scan.Outcome switch
    {
        ScanOutcome.Passed => StepOutcome.Passed,
        ScanOutcome.NotRun => StepOutcome.NotRun,
        _ => StepOutcome.Failed,
    };

    static string Detail(string name, IRehearse build)
    {
        if (name != "DockerBuild") return $"{build.LoadApplication().Name}, self-contained";
        var artifact = Release.Load(build.ReleaseFile).Artifact;
        return $"{artifact.Digest.Prefix}, {artifact.Bytes / 1e6:0} MB, image by {artifact.Engine}";
    }
}
