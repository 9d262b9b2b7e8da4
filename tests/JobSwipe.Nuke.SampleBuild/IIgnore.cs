using System.Diagnostics;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Serilog;

/// <summary>Targets that do not end when they are asked to, or leave something behind.</summary>
internal interface IIgnore : INukeBuild
{
    [Parameter("File for the numbers of detached processes")]
    AbsolutePath DetachedFile => TryGetValue(() => DetachedFile);

    [Parameter("File for the numbers of processes that the build must end")]
    AbsolutePath OwnFile => TryGetValue(() => OwnFile);

    Target Ignore => _ => _
        .Unlisted()
        .Executes(() =>
        {
            Log.Information("holding");
            Thread.Sleep(Timeout.Infinite);
        });

    Target Linger => _ => _
        .Unlisted()
        .Executes(() => Thread.Sleep(1000));

    Target LingerToo => _ => _
        .Unlisted()
        .Executes(() =>
        {
            Log.Information("lingering too");
            Thread.Sleep(1000);
        });

    Target Listen => _ => _
        .Unlisted()
        .Executes(() =>
        {
            Console.CancelKeyPress += (_, _) => Console.WriteLine("the build's own handler ran");
            ProcessTasks.StartProcess("sh", "-c \"echo holding; sleep 300\"", logInvocation: false).AssertZeroExitCode();
        });

    Target Detach => _ => _
        .Unlisted()
        .Executes(() =>
        {
            // As a guard is started: not by ProcessTasks, in a session of its own.
            using var guard = Process.Start("setsid", ["sh", "-c", $"echo $$ >> {DetachedFile}; exec sleep 300 >/dev/null 2>&1"]);

            // As a program that forgets its child: the child's parent is gone when the build ends.
            using var forgetful = Process.Start("sh", ["-c", $"sleep 300 >/dev/null 2>&1 & echo $! >> {OwnFile}"]);
            forgetful.WaitForExit();
            ProcessTasks
                .StartProcess("sh", $"-c \"setsid sh -c 'echo $$ >> {DetachedFile}; exec sleep 300 >/dev/null 2>&1' & sleep 300 & echo $! $$ >> {OwnFile}; echo holding; wait\"", logInvocation: false)
                .AssertZeroExitCode();
        });
}
