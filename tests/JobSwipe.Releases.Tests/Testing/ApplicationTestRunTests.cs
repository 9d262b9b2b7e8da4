using JobSwipe.Releases.Testing;
using JobSwipe.Tools.Processes;
using JobSwipe.Tools.Testing;

namespace JobSwipe.Releases.Tests.Testing;

/// <summary>With the machine's own python3 and pytest where they are; otherwise pytest's part is skipped.</summary>
public sealed class ApplicationTestRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();
    private readonly List<string> _said = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Backend => Path.Combine(_folder.Path, "app", "backend");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Runs_pytest_against_a_database_and_names_what_failed()
    {
        var version = await new Command("/usr/bin/python3", "-c", "import pytest; print(pytest.__version__)").RunAsync(Cancellation);
        Assert.SkipUnless(version.ExitCode == 0, "python3-pytest is not on this machine");
        Write("requirements.txt", $"pytest=={version.Output.Trim()}\n");
        Write("tests/test_sample.py", """
            import os, pytest

            def test_has_a_database():
                assert os.environ["DATABASE_URL"].startswith("postgresql://")

            def test_fails():
                assert 1 == 2

            @pytest.mark.skip(reason="not now")
            def test_is_skipped():
                pass

            """);

        var result = await Run();

        result.Counts.ShouldBe(new TestCounts(1, 1, 1));
        _said.ShouldContain(line => line.Contains("test_fails: assert 1 == 2"));
        result.Flutter.ShouldStartWith("not run:");
        Directory.GetFileSystemEntries(Backend).Select(Path.GetFileName).ShouldBe(["requirements.txt", "tests"], ignoreOrder: true);
    }

    [Fact]
    public async Task Says_what_kept_pytest_from_running()
    {
        var version = await new Command("/usr/bin/python3", "-c", "import pytest; print(pytest.__version__)").RunAsync(Cancellation);
        Assert.SkipUnless(version.ExitCode == 0, "python3-pytest is not on this machine");
        Write("requirements.txt", $"pytest=={version.Output.Trim()}\n");
        Write("tests/conftest.py", "import no_such_module\n");

        (await Should.ThrowAsync<PytestBroken>(Run)).Message.ShouldContain("no_such_module");
    }

    [Fact]
    public async Task Refuses_an_application_without_tests()
    {
        Directory.CreateDirectory(Backend);

        (await Should.ThrowAsync<ApplicationHasNoTests>(Run)).Message.ShouldContain("has no tests");
    }

    private Task<ApplicationTestResult> Run() =>
        new ApplicationTestRun(Path.Combine(_folder.Path, "results"), _said.Add, new PythonEnvironment("/usr/bin/python3", "this machine's")).RunAsync(Path.Combine(_folder.Path, "app"), Cancellation);

    private void Write(string name, string text)
    {
        var path = Path.Combine(Backend, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
