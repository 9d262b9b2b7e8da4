using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Serilog;

/// <summary>Targets that run until they are interrupted.</summary>
internal interface IHold : INukeBuild
{
    /// <summary>Where the numbers of the started processes are written.</summary>
    [Parameter("File for process numbers")]
    AbsolutePath PidFile => TryGetValue(() => PidFile);

    Target Hold => _ => _
        .Executes(() => ProcessTasks
            .StartProcess("sh", $"-c \"sleep 300 & echo $! $$ > {PidFile}; echo holding; wait\"", logInvocation: false)
            .AssertZeroExitCode());

    Target AfterHold => _ => _
        .DependsOn(Hold)
        .Executes(() => Log.Information("never"));

    Target CleanUp => _ => _
        .After(Hold)
        .AssuredAfterFailure()
        .Executes(() => Log.Information("cleaned up"));
}
