using JobSwipe.Security.Scanners;
using JobSwipe.Tools;
using JobSwipe.Tools.Installing;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Security.Tests;

/// <summary>Bandit and secretlint themselves, over files that are written here, so that no scanner complains about this repository.</summary>
public sealed class RealScannerTests : IDisposable
{
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Bandit_finds_a_shell_and_says_what_it_could_not_read()
    {
        var code = Directory.CreateDirectory(Path.Combine(_folder.Path, "code")).FullName;
        await File.WriteAllTextAsync(Path.Combine(code, "app.py"), "import subprocess\nsubprocess.call('ls ' + input(), shell=True)\n", Cancellation);
        await File.WriteAllTextAsync(Path.Combine(code, "broken.py"), "def (\n", Cancellation);

        var result = await new Bandit(code).RunAsync(Path.Combine(_folder.Path, "scans"), Cancellation);

        result.Outcome.ShouldBe(ScanOutcome.Blocked, result.Detail);
        result.Found.Select(finding => finding.Rule).ShouldBe(["B322", "B404", "B602", "not-scanned"], ignoreOrder: true);
        Directory.GetFiles(Path.Combine(_folder.Path, "scans")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Bandit_passes_clean_code()
    {
        var code = Directory.CreateDirectory(Path.Combine(_folder.Path, "code")).FullName;
        await File.WriteAllTextAsync(Path.Combine(code, "app.py"), "print('hello')\n", Cancellation);

        var result = await new Bandit(code).RunAsync(Path.Combine(_folder.Path, "scans"), Cancellation);

        result.Outcome.ShouldBe(ScanOutcome.Passed, result.Detail);
    }

    [Fact]
    public async Task Secretlint_finds_a_planted_key_and_keeps_none_of_it()
    {
        var secretlint = await SecretlintAsync();
        var files = Directory.CreateDirectory(Path.Combine(_folder.Path, "files")).FullName;
        // In pieces, so that this file holds no key.
        var key = "AKIA" + "ZQ3DW4NNLM7PXR5T";
        await File.WriteAllTextAsync(Path.Combine(files, "deploy.sh"), $"#!/bin/sh\nexport AWS_ACCESS_KEY_ID={key}\nexport AWS_SECRET_ACCESS_KEY={string.Concat("wJalrXUtnFEMI/K7MDENG", "/bPxRfiCYzzzzzzzKEY")}\n", Cancellation);

        var result = await (secretlint with { Folder = files }).RunAsync(Path.Combine(_folder.Path, "scans"), Cancellation);

        result.Outcome.ShouldBe(ScanOutcome.Blocked, result.Detail);
        result.Found.ShouldContain(finding => finding.Kind == FindingKind.Secret && finding.Path == "deploy.sh");
        Json.Write(result).ShouldNotContain(key);
        Directory.GetFiles(Path.Combine(_folder.Path, "scans")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Secretlint_passes_clean_files()
    {
        var secretlint = await SecretlintAsync();
        var files = Directory.CreateDirectory(Path.Combine(_folder.Path, "files")).FullName;
        await File.WriteAllTextAsync(Path.Combine(files, "deploy.sh"), "#!/bin/sh\necho deployed\n", Cancellation);

        var result = await (secretlint with { Folder = files }).RunAsync(Path.Combine(_folder.Path, "scans"), Cancellation);

        result.Outcome.ShouldBe(ScanOutcome.Passed, result.Detail);
    }

    private static async Task<Secretlint> SecretlintAsync()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "secretlint");
        var folder = await NpmPackages.EnsureAsync(source, Path.Combine(AppContext.BaseDirectory, "secretlint-installed"), Cancellation);
        return new Secretlint(folder, Path.Combine(source, "secretlintrc.json")) { Program = Path.Combine(folder, "node_modules", ".bin", "secretlint") };
    }
}
