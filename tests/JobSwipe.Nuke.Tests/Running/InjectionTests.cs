using System.Diagnostics;

namespace JobSwipe.Nuke.Tests.Running;

public class InjectionTests
{
    private const string Solution = """
        <Solution>
          <Folder Name="/src/">
            <Project Path="src/One/One.csproj" />
          </Folder>
          <Project Path="Two/Two.csproj" />
        </Solution>
        """;

    [Fact]
    public void Reads_a_solution_in_the_new_format()
    {
        using var build = Project();

        var result = build.Run();

        result.ExitCode.ShouldBe(0);
        result.Output.ShouldContain("solution App: Two, One");
        result.Output.ShouldContain("Describe reported Projects");
        result.Row("Describe").ShouldEndWith("// Projects: 2");
    }

    [Fact]
    public void Reads_the_repository_without_git()
    {
        using var build = Project();
        Git(build, "init", "--quiet", "--initial-branch", "topic/one");
        Git(build, "remote", "add", "origin", "git@github.com:owner/name.git");
        Git(build, "-c", "user.name=t", "-c", "user.email=t@t", "commit", "--quiet", "--allow-empty", "--message", "first");
        var commit = Git(build, "rev-parse", "HEAD");

        var result = build.Run();

        result.Output.ShouldContain($"branch topic/one of https://github.com/owner/name, commit {commit}");
    }

    [Fact]
    public void Runs_programs_of_the_path_and_of_the_repository()
    {
        using var build = Project().WithFile("tool.sh", "#!/bin/sh\necho from the repository\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path.Combine(build.Root, "tool.sh"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var result = build.Run();

        result.Output.ShouldContain("from the shell");
        result.Output.ShouldContain("from the repository");
    }

    [Theory]
    [InlineData(new string[0], "part 1/1")]
    [InlineData(new[] { "--part", "2" }, "part 2/3")]
    public void Takes_the_whole_or_a_part(string[] arguments, string expected)
    {
        using var build = Project();

        build.Run(["Describe", .. arguments]).Output.ShouldContain(expected);
    }

    [Fact]
    public void Refuses_a_part_that_there_is_not()
    {
        using var build = Project();

        var result = build.Run("Describe", "--part", "4");

        result.ExitCode.ShouldBe(2);
        result.Output.ShouldContain("expected a whole number from 1 to 3");
    }

    private static SampleBuild Project() => new SampleBuild().With("SAMPLE_BUILD", "project").WithFile("App.slnx", Solution);

    private static string Git(SampleBuild build, params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = build.Root, RedirectStandardOutput = true })!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        git.ExitCode.ShouldBe(0);
        return output.Trim();
    }
}
