using JobSwipe.Security.Scanners;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Security.Tests;

/// <summary>Bandit itself, over code that is written here, so that no scanner complains about this repository.</summary>
public sealed class RealScannerTests : IDisposable
{
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Bandit_finds_a_shell_and_says_what_it_could_not_read()
    {
        var code = Directory.CreateDirectory(Path.Combine(_folder.Path, "code")).FullName;
        await File.WriteAllTextAsync(Path.Combine(code, "app.py"), "import subprocess\nsubprocess.call('ls ' + input(), shell=True)\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(code, "broken.py"), "def (\n", TestContext.Current.CancellationToken);

        var result = await new Bandit(code).RunAsync(Path.Combine(_folder.Path, "scans"), TestContext.Current.CancellationToken);

        Assert.SkipWhen(result.Outcome == ScanOutcome.NotRun, "bandit is not on this machine");
        result.Outcome.ShouldBe(ScanOutcome.Blocked, result.Detail);
        result.Found.Select(finding => finding.Rule).ShouldBe(["B322", "B404", "B602", "not-scanned"], ignoreOrder: true);
        Directory.GetFiles(Path.Combine(_folder.Path, "scans")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Bandit_passes_clean_code()
    {
        var code = Directory.CreateDirectory(Path.Combine(_folder.Path, "code")).FullName;
        await File.WriteAllTextAsync(Path.Combine(code, "app.py"), "print('hello')\n", TestContext.Current.CancellationToken);

        var result = await new Bandit(code).RunAsync(Path.Combine(_folder.Path, "scans"), TestContext.Current.CancellationToken);

        Assert.SkipWhen(result.Outcome == ScanOutcome.NotRun, "bandit is not on this machine");
        result.Outcome.ShouldBe(ScanOutcome.Passed, result.Detail);
    }
}
