namespace JobSwipe.Benchmarks.Tests;

public sealed class StopwatchesTests
{
    [Theory]
    [InlineData(new[] { 3.0, 1.0, 2.0 }, 2.0)]
    [InlineData(new[] { 4.0, 1.0, 2.0, 3.0 }, 2.5)]
    public void Takes_the_median(double[] values, double median) => values.Median().ShouldBe(median);

    [Fact]
    public void Runs_programs_in_turn_after_one_run_that_does_not_count()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sh is for Unix");
        var log = Path.GetTempFileName();
        var programs = new[] { "a", "b" }.Select(name => new Program("sh", "/", "-c", $"printf {name} >> {log}; printf {name}")).ToArray();

        var runs = Stopwatches.InTurn(2, programs);

        File.ReadAllText(log).ShouldBe("ababab");
        runs.Select(item => item.Count).ShouldBe([2, 2]);
        runs[1][0].Output.ShouldBe("b");
        File.Delete(log);
    }

    [Fact]
    public void Says_what_a_program_printed_that_failed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sh is for Unix");

        Should.Throw<ProgramFailed>(() => new Program("sh", "/", "-c", "echo why >&2; exit 3").Measure()).Message.ShouldContain("exited with 3:\nwhy");
    }
}
