using JobSwipe.Tools.Installing;

namespace JobSwipe.Tools.Tests;

public sealed class ToolsMissingTests
{
    [Fact]
    public void Names_packages_for_Debian_and_for_Homebrew()
    {
        var error = new ToolsMissing([ExternalTool.PostgresServer, ExternalTool.Zstd]);

        error.Problem.ShouldBe("Missing on this machine: initdb (package postgresql), zstd.");
        error.Remedy.ShouldBe("Run the same command with --install-tools, or install by hand: Debian: sudo apt-get install postgresql zstd; Homebrew: brew install postgresql@17 zstd");
    }

    [Fact]
    public async Task Installs_nothing_without_being_allowed()
    {
        var absent = new ExternalTool("no-such-program", "no-such-package", null);

        await Should.ThrowAsync<ToolsMissing>(() => Installer.EnsureAsync([absent], allowed: false, _ => { }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Does_nothing_when_all_is_there()
    {
        var said = new List<string>();

        await Installer.EnsureAsync([new ExternalTool("sh", "dash", null)], allowed: true, said.Add, TestContext.Current.CancellationToken);

        said.ShouldBeEmpty();
    }
}
