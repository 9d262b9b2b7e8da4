namespace JobSwipe.Nuke.Tests.Running;

public class InterruptionTests
{
    private const int Sigint = 2;
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
        WaitForLine(process, "holding");

        // Act
        SampleBuild.Signal(process, signal);
        var result = SampleBuild.Finish(process);

        // Assert
        result.ExitCode.ShouldBe(130);
        result.Row("Hold").ShouldStartWith("Hold Aborted");
        result.Row("AfterHold").ShouldBe("AfterHold NotRun");
        result.Row("CleanUp").ShouldStartWith("CleanUp Succeeded");
        result.Output.ShouldContain("cleaned up");
        File.ReadAllText(pids).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(x => !IsRunning(x));
    }

    private static void WaitForLine(System.Diagnostics.Process process, string line)
    {
        while (process.StandardOutput.ReadLine() is { } read)
        {
            if (read == line)
                return;
        }

        throw new InvalidOperationException($"'{line}' never came");
    }

    // A process that nobody waited for is not gone, but does not run.
    private static bool IsRunning(string pid) => File.Exists($"/proc/{pid}/stat") && !File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ");
}
