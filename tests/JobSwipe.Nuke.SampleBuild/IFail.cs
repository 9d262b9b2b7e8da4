using Nuke.Common;
using Nuke.Common.Tooling;
using Serilog;

/// <summary>Targets that fail, and what comes after them.</summary>
internal interface IFail : INukeBuild
{
    Target Fail => _ => _
        .Description("Fails")
        .Executes(() => throw new InvalidOperationException("boom message"));

    Target AfterFail => _ => _
        .DependsOn(Fail)
        .Executes(() => Log.Information("never"));

    Target Assured => _ => _
        .After(Fail)
        .AssuredAfterFailure()
        .Executes(() => Log.Information("assured ran"));

    Target Independent => _ => _
        .Executes(() => Log.Information("independent ran"));

    Target Tool => _ => _
        .Executes(() => ProcessTasks.StartProcess("sh", "-c \"echo out; echo problem >&2; exit 7\"").AssertZeroExitCode());

    Target Bug => _ => _
        .Executes(() => ((string)null).ToString());
}
