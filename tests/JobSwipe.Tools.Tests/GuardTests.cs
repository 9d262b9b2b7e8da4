using System.Diagnostics;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Tools.Tests;

public sealed class GuardTests
{
    [Fact]
    public void Runs_clean_ups_last_added_first()
    {
        using var folder = TemporaryFolder.Create();
        var file = Path.Combine(folder.Path, "order");

        using (var guard = Guard.Start())
        {
            guard.Add($"echo first >> {file}");
            guard.Add($"echo second >> {file}");
        }

        File.ReadAllText(file).ShouldBe("second\nfirst\n");
    }

    [Fact]
    public async Task Is_nobody_s_child_so_that_it_survives_the_death_of_the_whole_tree()
    {
        using var guard = Guard.Start();
        using var folder = TemporaryFolder.Create();
        var parent = Path.Combine(folder.Path, "parent");

        guard.Add($"cut -d' ' -f4 /proc/$$/stat > {parent}");
        guard.Dispose();

        await Until.True(() => File.Exists(parent));
        File.ReadAllText(parent).Trim().ShouldNotBe(Environment.ProcessId.ToString());
    }

    [Fact]
    public void Takes_any_word_when_quoted()
    {
        using var folder = TemporaryFolder.Create();
        var odd = Path.Combine(folder.Path, "it's $HOME; \"x\"");
        Directory.CreateDirectory(odd);

        using (var guard = Guard.Start()) guard.Add($"rmdir {Guard.Quote(odd)}");

        Directory.Exists(odd).ShouldBeFalse();
    }

    [Fact]
    public async Task Ends_a_process_that_ignores_the_request()
    {
        using var folder = TemporaryFolder.Create();
        var ready = Path.Combine(folder.Path, "ready");
        Daemon daemon;

        using (var guard = Guard.Start())
        {
            var stubborn = new Command("sh", "-c", $"trap '' TERM; touch {ready}; while :; do sleep 600; done");
            daemon = await Daemon.StartAsync(stubborn, Path.Combine(folder.Path, "log"), guard,
                () => Task.FromResult(File.Exists(ready)), TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
            Processes.Alive(daemon.Id).ShouldBeTrue();
        }

        // The guard ends once it has sent the last signal; the process dies of it a moment later.
        await Until.True(() => !Processes.Alive(daemon.Id));
    }

    [Fact]
    public async Task Keeps_everything_until_the_marker_is_removed()
    {
        using var folder = TemporaryFolder.Create();
        var marker = Path.Combine(folder.Path, "marker");
        var cleaned = Path.Combine(folder.Path, "cleaned");
        await File.WriteAllTextAsync(marker, "", TestContext.Current.CancellationToken);
        var guard = Guard.Start();
        guard.Add($"touch {cleaned}");

        guard.Keep(marker, TimeSpan.FromMinutes(1));
        File.Exists(cleaned).ShouldBeFalse();
        File.Delete(marker);

        await Until.True(() => File.Exists(cleaned));
    }

    [Fact]
    public async Task Says_why_a_daemon_did_not_start()
    {
        using var folder = TemporaryFolder.Create();
        using var guard = Guard.Start();

        var error = await Should.ThrowAsync<DaemonNotStarted>(() => Daemon.StartAsync(new Command("sh", "-c", "echo port taken; exit 3"),
            Path.Combine(folder.Path, "log"), guard, () => Task.FromResult(false), TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));

        error.Message.ShouldContain("exit code 3");
        error.Message.ShouldContain("port taken");
    }
}
