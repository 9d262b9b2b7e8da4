namespace JobSwipe.Nuke.Tests.Running;

public class InvocationTests
{
    [Fact]
    public void Executes_the_default_target_without_a_name()
    {
        using var build = new SampleBuild();

        var result = build.Run();

        result.ExitCode.ShouldBe(0);
        result.Output.ShouldContain("first here");
        result.Row("Succeed").ShouldStartWith("Succeed Succeeded");
        result.Row("Succeed").ShouldEndWith("// Files: 1");
    }

    [Fact]
    public void Refuses_an_unknown_target_and_names_the_nearest()
    {
        using var build = new SampleBuild();

        var result = build.Run("Suceed");

        result.ExitCode.ShouldBe(2);
        result.Output.ShouldContain("There is no target 'Suceed'. Did you mean 'Succeed'? Targets: AfterFail, ");
    }

    [Fact]
    public void Refuses_unknown_parameters_and_names_the_nearest()
    {
        using var build = new SampleBuild();

        var result = build.Run("Show", "--cuont", "3", "--plce", "staging");

        result.ExitCode.ShouldBe(2);
        result.Output.ShouldContain("There is no parameter --cuont. Did you mean --count?");
        result.Output.ShouldContain("There is no parameter --plce. Did you mean --place?");
    }

    [Fact]
    public void Refuses_values_that_cannot_be_read_and_says_what_is_expected()
    {
        using var build = new SampleBuild();

        var result = build.Run("Show", "--count", "abc", "--place", "moon");

        result.ExitCode.ShouldBe(2);
        result.Output.ShouldContain("Parameter --count has the value 'abc' (from the command line), expected a whole number");
        result.Output.ShouldContain("Parameter --place has the value 'moon' (from the command line), expected one of Staging, Production");
        result.Output.ShouldNotContain("── Show");
    }

    [Fact]
    public void Lists_all_missing_parameters_before_anything_runs()
    {
        using var build = new SampleBuild();

        var result = build.Run("First", "Deliver");

        result.ExitCode.ShouldBe(2);
        result.Output.ShouldContain("Missing parameter --place (Where to), from the command line, the variable PLACE or .nuke/parameters.json, required by Deliver");
        result.Output.ShouldContain("Missing parameter --count (How many)");
        result.Output.ShouldNotContain("first here");
    }

    [Fact]
    public void Takes_targets_after_a_switch()
    {
        using var build = new SampleBuild();

        var result = build.Run("--strict", "Show", "--no-logo", "First");

        result.ExitCode.ShouldBe(0);
        result.Output.ShouldContain("True");
        result.Output.ShouldContain("first here");
    }

    [Theory]
    [InlineData("--parallel", "0", "Parameter --parallel has the value '0', expected a whole number above 0")]
    [InlineData("--verbosity", "loud", "Parameter --verbosity has the value 'loud', expected one of")]
    [InlineData("--host", "moon", "There is no host 'moon'. Hosts: Terminal, GitHubActions")]
    [InlineData("--profile", "moon", "There is no profile 'moon'")]
    [InlineData("--root", "/does/not/exist", "Root directory '/does/not/exist' does not exist")]
    public void Refuses_wrong_values_of_its_own_parameters(string option, string value, string message)
    {
        using var build = new SampleBuild();

        var result = build.Run("Nothing", option, value);

        result.ExitCode.ShouldBe(2);
        result.Output.ShouldContain(message);
    }

    [Fact]
    public void Takes_a_name_only_from_a_variable_of_its_own()
    {
        using var build = new SampleBuild().With("NAME", "some-pc");

        build.Run("Greet").Output.ShouldContain("Hello, nobody");
        build.With("NUKE_NAME", "Ada").Run("Greet").Output.ShouldContain("Hello, Ada");
        build.With("NUKE_NAME", "").Run("Praise").Output.ShouldContain("NUKE_NAME");
    }

    [Fact]
    public void Ignores_ambient_variables_with_the_names_of_its_own_parameters()
    {
        using var build = new SampleBuild().With("HOST", "0.0.0.0").With("TARGET", "x86").With("PROFILE", "dev").With("HELP", "1");

        var result = build.Run("Nothing");

        result.ExitCode.ShouldBe(0);
    }
}
