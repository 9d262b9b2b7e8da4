namespace JobSwipe.Nuke.Tests.Running;

public class ParallelTests
{
    [Fact]
    public void Keeps_the_output_of_each_target_together()
    {
        using var build = new SampleBuild();

        var result = build.Run("BothSlow", "--parallel", "2", "--no-logo");

        var lines = result.Output.Split('\n').Where(x => x.StartsWith("slow", StringComparison.Ordinal)).ToList();
        lines.Count.ShouldBe(10);
        lines.Take(5).Select(x => x[..5]).Distinct().Count().ShouldBe(1);
        lines.Skip(5).Select(x => x[..5]).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void Runs_independent_targets_at_the_same_time()
    {
        using var build = new SampleBuild();

        var result = build.Run("Meet", "--parallel", "2");

        result.ExitCode.ShouldBe(0);
    }
}
