namespace JobSwipe.Nuke.Tests.Running;

public class SourceTests
{
    [Fact]
    public void Takes_the_command_line_before_the_environment_before_the_profile_before_the_file()
    {
        using var build = new SampleBuild()
            .WithFile(".nuke/parameters.json", """{ "Count": 1, "Place": "Staging", "Names": ["a", "b"], "Strict": true }""")
            .WithFile(".nuke/parameters.night.json", """{ "Place": "Production", "Count": 2, "Strict": false }""")
            .With("COUNT", "3").With("NUKE_STRICT", "true");

        var result = build.Run("Show", "--profile", "night", "--count", "4");

        result.ExitCode.ShouldBe(0);
        result.Output.ShouldContain("Production 4 a|b True");
    }

    [Fact]
    public void Refuses_a_name_in_a_file_that_no_parameter_has()
    {
        using var build = new SampleBuild().WithFile(".nuke/parameters.json", """{ "$schema": "build.schema.json", "Cuont": 1 }""");

        var result = build.Run("Show");

        result.ExitCode.ShouldBe(2);
        result.Output.ShouldContain("There is no parameter 'Cuont' (in .nuke/parameters.json). Did you mean --count?");
    }

    [Fact]
    public void Refuses_variables_that_contradict_each_other()
    {
        using var build = new SampleBuild().With("COUNT", "3").With("NUKE_COUNT", "4");

        var result = build.Run("Show");

        result.ExitCode.ShouldBe(2);
        result.Output.ShouldContain("Parameter 'Count' has different values in COUNT and NUKE_COUNT. Unset all but one");
    }

    [Fact]
    public void Takes_an_empty_variable_for_one_that_is_not_set()
    {
        using var build = new SampleBuild().WithFile(".nuke/parameters.json", """{ "Count": 1, "Place": "Staging", "Names": ["a", "b"], "Strict": true }""")
            .With("COUNT", "").With("PLACE", "").With("NUKE_STRICT", "");

        var result = build.Run("Show");

        result.ExitCode.ShouldBe(0);
        result.Output.ShouldContain("Staging 1 a|b True");
    }

    [Fact]
    public void Refuses_a_file_that_is_not_JSON()
    {
        using var build = new SampleBuild().WithFile(".nuke/parameters.json", "{ Count: ");

        var result = build.Run("Show");

        result.ExitCode.ShouldBe(2);
        result.Output.ShouldContain("is not a file of parameters");
    }

    [Fact]
    public void Writes_the_schema_only_when_it_changes()
    {
        using var build = new SampleBuild();
        build.Run("Nothing");
        var schema = Path.Combine(build.Root, ".nuke/build.schema.json");
        var written = File.GetLastWriteTimeUtc(schema);

        build.Run("Nothing");

        File.GetLastWriteTimeUtc(schema).ShouldBe(written);
        File.ReadAllText(schema).ShouldContain("\"Staging\"");
    }
}
