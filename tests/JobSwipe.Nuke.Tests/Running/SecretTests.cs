namespace JobSwipe.Nuke.Tests.Running;

public class SecretTests
{
    private const string Secret = "p@ss/wörd+123";

    [Theory]
    [InlineData("false")]
    [InlineData("true")]
    public void Masks_a_secret_in_every_form_and_place(string onGitHub)
    {
        // Arrange
        using var build = new SampleBuild();
        var summary = Path.Combine(build.Root, "summary.md");
        build.With("PASSWORD", Secret).With("GITHUB_ACTIONS", onGitHub).With("GITHUB_STEP_SUMMARY", summary);

        // Act
        var result = build.Run("Tell", "--verbosity", "verbose");

        // Assert
        result.ExitCode.ShouldBe(1);
        result.Output.ShouldContain("logged ***");
        result.Output.ShouldContain("split ***");
        result.Output.ShouldContain("thrown ***");
        var places = result.Output.Replace($"::add-mask::{Secret}", "") +
            File.ReadAllText(Path.Combine(build.Root, ".nuke/temp/build.log")) +
            (File.Exists(summary) ? File.ReadAllText(summary) : "");
        places.ShouldNotContain(Secret);
        places.ShouldNotContain("wörd");
        places.ShouldNotContain(Uri.EscapeDataString(Secret));
        places.ShouldNotContain(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes("user:" + Secret)));
    }

    [Fact]
    public void Tells_GitHub_to_mask_it()
    {
        using var build = new SampleBuild().With("PASSWORD", Secret).With("GITHUB_ACTIONS", "true");

        var result = build.Run("Tell");

        result.Output.ShouldContain($"::add-mask::{Secret}");
    }

    [Fact]
    public void Does_not_show_a_missing_secret_as_something_for_the_command_line()
    {
        using var build = new SampleBuild();

        var result = build.Run("Tell");

        result.ExitCode.ShouldBe(2);
        result.Output.ShouldContain("Missing parameter --password (A secret), from the variable PASSWORD, required by Tell");
    }
}
