namespace JobSwipe.Nuke.Tests.Running;

public class DefinitionTests
{
    [Fact]
    public void Refuses_targets_that_depend_on_each_other_in_a_circle_and_shows_it()
    {
        using var build = new SampleBuild().With("SAMPLE_BUILD", "circle");

        var result = build.Run("Egg");

        result.ExitCode.ShouldBe(2);
        result.Output.ShouldContain("Targets depend on each other in a circle: Chicken → Egg → Hen → Chicken");
    }

    [Fact]
    public void Refuses_two_components_with_the_same_target()
    {
        using var build = new SampleBuild().With("SAMPLE_BUILD", "twins");

        var result = build.Run("Twin");

        result.ExitCode.ShouldBe(2);
        result.Output.ShouldContain("Two targets are named 'Twin': ");
        result.Output.ShouldContain("ITwin.Twin");
        result.Output.ShouldContain("IOtherTwin.Twin");
    }
}
