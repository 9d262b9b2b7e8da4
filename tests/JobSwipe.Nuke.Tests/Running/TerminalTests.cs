namespace JobSwipe.Nuke.Tests.Running;

public class TerminalTests
{
    private const string Escape = "\u001b[";
    private const string Green = "\u001b[32m";

    [Fact]
    public void Writes_plain_text_when_piped()
    {
        using var build = new SampleBuild();

        build.Run("Linger").Output.ShouldNotContain(Escape);
    }

    [Fact]
    public void Colours_and_shows_each_running_target_on_a_terminal()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "script of util-linux makes the terminal");
        using var build = new SampleBuild();

        var result = build.RunOnTerminal("Linger", "LingerToo", "--parallel", "2");

        result.ExitCode.ShouldBe(0);
        result.Output.ShouldContain(Green);
        result.Output.ShouldContain("● Linger  0.");
        result.Output.ShouldContain("● LingerToo  0.");
        result.Output.ShouldContain(Escape + "2A" + Escape + "J");
    }

    [Fact]
    public void Leaves_colours_out_when_asked()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "script of util-linux makes the terminal");
        using var build = new SampleBuild().With("NO_COLOR", "1");

        var result = build.RunOnTerminal("Linger");

        result.Output.ShouldContain("● Linger  0.");
        result.Output.ShouldNotContain(Escape + "2m");
        result.Output.ShouldNotContain(Green);
    }

    [Fact]
    public void Moves_no_cursor_on_a_terminal_that_cannot()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "script of util-linux makes the terminal");
        using var build = new SampleBuild().With("TERM", "dumb");

        build.RunOnTerminal("Linger").Output.ShouldNotContain(Escape);
    }
}
