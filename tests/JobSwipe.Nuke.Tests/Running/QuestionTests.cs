using System.Text.Json;

namespace JobSwipe.Nuke.Tests.Running;

public class QuestionTests
{
    [Fact]
    public void Helps_with_targets_and_parameters()
    {
        using var build = new SampleBuild();

        var result = build.Run("--help");

        result.ExitCode.ShouldBe(0);
        result.Output.ShouldContain("  Succeed (default)       Succeeds after the first");
        result.Output.ShouldContain("→ First");
        result.Output.ShouldContain("  --place                 Where to [Staging, Production]");
        result.Output.ShouldNotContain("Slow1\n");
    }

    [Fact]
    public void Shows_the_plan_and_runs_nothing()
    {
        using var build = new SampleBuild();

        var result = build.Run("Together", "--plan");

        result.ExitCode.ShouldBe(0);
        result.Output.ShouldBe("  1. First\n  2. Succeed  after First\n  3. Together *  after First, Succeed\n");
    }

    [Fact]
    public void Writes_the_plan_as_a_page()
    {
        using var build = new SampleBuild();

        var result = build.Run("Together", "--plan", "html");

        result.ExitCode.ShouldBe(0);
        File.ReadAllText(Path.Combine(build.Root, ".nuke/temp/execution-plan.html")).ShouldContain(">Together</text>");
    }

    [Fact]
    public void Lists_targets_and_parameters_for_programs()
    {
        using var build = new SampleBuild();

        var result = build.Run("--list", "json");

        using var list = JsonDocument.Parse(result.Output);
        var target = list.RootElement.GetProperty("targets").EnumerateArray().Single(x => x.GetProperty("name").GetString() == "Succeed");
        target.GetProperty("dependsOn")[0].GetString().ShouldBe("First");
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    public void Prints_a_completion_script(string shell)
    {
        using var build = new SampleBuild();

        var result = build.Run("--completion", shell);

        result.ExitCode.ShouldBe(0);
        result.Output.ShouldContain("--complete");
    }

    [Theory]
    [InlineData("Suc", "Succeed\n")]
    [InlineData("Show --pl", "--place\n--plan\n")]
    [InlineData("Show --place S", "Staging\n")]
    public void Completes_targets_parameters_and_values(string line, string candidates)
    {
        using var build = new SampleBuild();

        var result = build.Run($"--complete={line}");

        result.Output.ShouldBe(candidates);
    }
}
