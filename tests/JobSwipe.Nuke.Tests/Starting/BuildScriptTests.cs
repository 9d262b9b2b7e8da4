namespace JobSwipe.Nuke.Tests.Starting;

public sealed class BuildScriptTests : IDisposable
{
    private readonly Checkout _checkout = new();

    public BuildScriptTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "build.sh is for Unix");

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public void Compiles_once_and_again_after_every_change()
    {
        _checkout.Run("a", "b").ShouldBe((0, "one a b", ""));

        // Nothing changed, so what was compiled is not touched.
        var program = Path.Combine(_checkout.Root, "build/bin/Debug/net10.0/_build.dll");
        var compiled = File.GetLastWriteTimeUtc(program);
        _checkout.Run().Output.ShouldBe("one");
        File.GetLastWriteTimeUtc(program).ShouldBe(compiled);

        // The same length within the same second, and then even with the time of the change set back.
        var changed = File.GetLastWriteTimeUtc(_checkout.Source);
        _checkout.Say("two");
        _checkout.Run().Output.ShouldBe("two");
        _checkout.Say("six");
        File.SetLastWriteTimeUtc(_checkout.Source, changed);
        _checkout.Run().Output.ShouldBe("six");
    }

    [Fact]
    public void Follows_a_switch_of_branches_and_back()
    {
        _checkout.Git("init", "--quiet", "--initial-branch", "main");
        _checkout.Git("add", ".");
        _checkout.Git("commit", "--quiet", "--message", "one");
        _checkout.Run().Output.ShouldBe("one");
        _checkout.Git("checkout", "--quiet", "-b", "other");
        _checkout.Say("two");
        _checkout.Git("commit", "--quiet", "--all", "--message", "two");
        _checkout.Run().Output.ShouldBe("two");

        _checkout.Git("checkout", "--quiet", "main");

        _checkout.Run().Output.ShouldBe("one");
    }

    [Fact]
    public void Two_at_once_compile_once_and_both_run()
    {
        var (first, second) = (_checkout.Start("first"), _checkout.Start("second"));

        Checkout.Finish(first).ShouldBe((0, "one first", ""));
        Checkout.Finish(second).ShouldBe((0, "one second", ""));
    }

    [Fact]
    public void Leaves_no_compiler_behind()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "it looks into /proc");
        var build = _checkout.Start();
        var id = build.Id;

        Checkout.Finish(build).ShouldBe((0, "one", ""));

        // The script is replaced by the program, so that both have one number.
        Directory.GetDirectories("/proc").Select(folder => Path.Combine(folder, "cmdline")).Where(File.Exists).Select(CommandLine)
            .ShouldNotContain(line => line.Contains($"pipename:jobswipe-{id}\0"));
        File.Exists($"/tmp/jobswipe-{id}").ShouldBeFalse();

        static string CommandLine(string file)
        {
            try
            {
                return File.ReadAllText(file);
            }
            catch (IOException)
            {
                return "";
            }
        }
    }

    [Fact]
    public void Says_what_does_not_compile()
    {
        File.WriteAllText(_checkout.Source, "this is no C#");

        var (exitCode, output, error) = _checkout.Run();

        exitCode.ShouldBe(1);
        output.ShouldBeEmpty();
        error.ShouldContain("Program.cs(1,");
        error.ShouldContain("does not compile");
    }

    [Fact]
    public void Says_how_to_get_the_SDK_where_there_is_none_and_none_can_be_downloaded()
    {
        var path = Path.Combine(_checkout.Root, "path");
        Directory.CreateDirectory(path);
        foreach (var program in new[] { "bash", "find", "sed", "head", "mkdir", "rm", "mv", "cat", "sort", "touch", "flock", "ls", "dirname", "awk", "xargs", "comm", "sha256sum" })
        {
            if ((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(x => Path.Combine(x, program)).FirstOrDefault(File.Exists) is { } found)
                File.CreateSymbolicLink(Path.Combine(path, program), found);
        }

        var (exitCode, _, error) = _checkout.RunWithPath(path);

        exitCode.ShouldBe(1);
        error.ShouldContain("error: The .NET SDK 10.0.100, which global.json asks for, is not installed and could not be downloaded.");
        error.ShouldContain("dotnet-sdk-10.0");
        error.ShouldContain(".dotnet");
    }
}
