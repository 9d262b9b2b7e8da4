namespace JobSwipe.Nuke.Tests.Running;

public class InterruptionTests
{
    private const int Sigint = 2;
    private const int Sigkill = 9;
    private const int Sigterm = 15;

    [Theory]
    [InlineData(Sigint)]
    [InlineData(Sigterm)]
    public void Ends_the_children_runs_assured_targets_and_exits_with_130(int signal)
    {
        // Arrange
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are for Unix");
        using var build = new SampleBuild();
        var pids = Path.Combine(build.Root, "pids");
        using var process = build.Start("AfterHold", "CleanUp", "--pid-file", pids);
        SampleBuild.WaitForLine(process, "holding");

        // Act
        SampleBuild.Signal(process, signal);
        var result = SampleBuild.Finish(process);

        // Assert
        result.ExitCode.ShouldBe(130);
        result.Row("Hold").ShouldStartWith("Hold Aborted");
        result.Row("AfterHold").ShouldBe("AfterHold NotRun");
        result.Row("CleanUp").ShouldStartWith("CleanUp Succeeded");
        result.Output.ShouldContain("cleaned up");
        Numbers(pids).ShouldAllBe(x => !IsRunning(x));
    }

    [Fact]
    public void Exits_at_once_at_the_second_signal()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are for Unix");
        using var build = new SampleBuild();
        using var process = build.Start("Ignore", "CleanUp");
        SampleBuild.WaitForLine(process, "holding");
        SampleBuild.Signal(process, Sigint);
        SampleBuild.WaitForLine(process, "Interrupted: stopping. Once more to exit at once.");

        SampleBuild.Signal(process, Sigint);
        var result = SampleBuild.Finish(process);

        result.ExitCode.ShouldBe(130);
        result.Output.ShouldNotContain("left behind");
    }

    [Fact]
    public void Leaves_a_target_behind_that_does_not_end()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are for Unix");
        using var build = new SampleBuild();
        using var process = build.Start("Ignore", "--patience", "1");
        SampleBuild.WaitForLine(process, "holding");

        SampleBuild.Signal(process, Sigint);
        var result = SampleBuild.Finish(process);

        result.ExitCode.ShouldBe(130);
        result.Output.ShouldContain("Ignore did not end within 1 s of the interruption and is left behind");
        result.Row("Ignore").ShouldStartWith("Ignore Aborted");
    }

    [Fact]
    public void Lets_the_builds_own_handler_run_and_still_comes_to_an_orderly_end()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are for Unix");
        using var build = new SampleBuild();
        using var process = build.Start("Listen");
        SampleBuild.WaitForLine(process, "holding");

        SampleBuild.Signal(process, Sigint);
        var result = SampleBuild.Finish(process);

        result.ExitCode.ShouldBe(130);
        result.Output.ShouldContain("the build's own handler ran");
        result.Row("Listen").ShouldStartWith("Listen Aborted");
    }

    [Fact]
    public void Ends_what_the_build_started_but_not_what_went_into_a_session_of_its_own()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "sessions are read from /proc");
        using var build = new SampleBuild();
        var (detached, own) = (Path.Combine(build.Root, "detached"), Path.Combine(build.Root, "own"));
        using var process = build.Start("Detach", "--detached-file", detached, "--own-file", own);
        SampleBuild.WaitForLine(process, "holding");

        // Both processes of their own session write their numbers themselves.
        SpinWait.SpinUntil(() => File.Exists(detached) && Numbers(detached).Length == 2);
        SampleBuild.Signal(process, Sigint);
        SampleBuild.Finish(process).ExitCode.ShouldBe(130);

        try
        {
            Numbers(own).Length.ShouldBe(3);
            Numbers(own).ShouldAllBe(x => !IsRunning(x));
            Numbers(detached).ShouldAllBe(x => IsRunning(x));
        }
        finally
        {
            foreach (var id in Numbers(detached))
                SampleBuild.Signal(int.Parse(id), Sigkill);
        }
    }

    private static string[] Numbers(string file) => File.ReadAllText(file).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    // A process that nobody waited for is not gone, but does not run.
    private static bool IsRunning(string pid) => File.Exists($"/proc/{pid}/stat") && !File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ");
}
