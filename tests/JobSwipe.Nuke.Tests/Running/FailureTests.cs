namespace JobSwipe.Nuke.Tests.Running;

public class FailureTests
{
    [Fact]
    public void Exits_with_1_and_shows_the_message_without_a_stack_trace()
    {
        using var build = new SampleBuild();

        var result = build.Run("Fail");

        result.ExitCode.ShouldBe(1);
        result.Output.ShouldContain("error: boom message");
        result.Output.ShouldNotContain(" at ");
        result.Row("Fail").ShouldEndWith("// InvalidOperationException: boom message");
        result.Output.ShouldContain("Build failed: Fail");
    }

    [Fact]
    public void Shows_the_stack_trace_when_asked()
    {
        using var build = new SampleBuild();

        var result = build.Run("Fail", "--verbosity", "verbose");

        result.Output.ShouldContain("   at IFail.");
    }

    [Fact]
    public void Stops_what_depends_on_the_failed_target_and_lets_the_rest_end()
    {
        using var build = new SampleBuild();

        var result = build.Run("AfterFail", "Assured", "Independent", "--parallel", "4");

        result.ExitCode.ShouldBe(1);
        result.Row("AfterFail").ShouldBe("AfterFail NotRun");
        result.Row("Assured").ShouldStartWith("Assured Succeeded");
        result.Row("Independent").ShouldStartWith("Independent Succeeded");
    }

    [Fact]
    public void Runs_only_assured_targets_after_a_failure_when_one_runs_at_a_time()
    {
        using var build = new SampleBuild();

        var result = build.Run("Fail", "Assured", "Succeed", "--parallel", "1");

        result.ExitCode.ShouldBe(1);
        result.Row("Assured").ShouldStartWith("Assured Succeeded");
        result.Output.ShouldContain("assured ran");
    }

    [Fact]
    public void Names_the_exit_code_and_the_errors_of_a_tool()
    {
        using var build = new SampleBuild();

        var result = build.Run("Tool");

        result.ExitCode.ShouldBe(1);
        result.Output.ShouldContain("error: Process 'sh' exited with code 7.");
        result.Output.ShouldContain("problem");
    }
}
