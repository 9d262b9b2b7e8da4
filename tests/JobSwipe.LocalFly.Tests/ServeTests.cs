using JobSwipe.LocalFly.Platform;
using JobSwipe.LocalFly.Tests.Support;

namespace JobSwipe.LocalFly.Tests;

/// <summary>The platform as a program: however it ends, nothing of it runs on.</summary>
public sealed class ServeTests(SharedPlatform shared)
{
    [Fact]
    public async Task Killed_it_leaves_no_program()
    {
        using var folder = new TemporaryFolder();
        await using var platform = await StartedAsync(folder, "--foreground");

        platform.Signal("KILL");
        await platform.EndAsync();

        await NothingRunsAsync(folder);
    }

    [Fact]
    public async Task Asked_to_stop_it_stops_all()
    {
        using var folder = new TemporaryFolder();
        await using var platform = await StartedAsync(folder);

        platform.Signal("TERM");
        await platform.EndAsync();

        platform.ExitCode.ShouldBe(0);
        Programs.WithEnvironment(folder.Path).ShouldBeEmpty();
        PlatformFile.Read(platform.State).ShouldBeNull();
    }

    [Fact]
    public async Task Ends_with_its_standard_input()
    {
        using var folder = new TemporaryFolder();
        await using var platform = await StartedAsync(folder);

        platform.CloseInput();
        await platform.EndAsync();

        platform.ExitCode.ShouldBe(0);
        Programs.WithEnvironment(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Refuses_a_folder_where_another_one_runs()
    {
        var result = await Programs.FlyAsync(new Dictionary<string, string?>(), "serve", "--state", shared.State);

        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("a platform already runs in");
    }

    [Fact]
    public async Task Takes_the_place_of_one_that_was_killed()
    {
        using var folder = new TemporaryFolder();
        await using var killed = await PlatformProcess.StartAsync(folder.File("state"), shared.Registry.Folder);
        killed.Signal("KILL");
        await killed.EndAsync();
        var environment = new Dictionary<string, string?> { ["LOCALFLY_STATE"] = killed.State, ["FLY_API_TOKEN"] = "any" };

        var without = await Programs.FlyAsync(environment, "apps", "list");
        await using var next = await PlatformProcess.StartAsync(killed.State, shared.Registry.Folder);

        without.Error.ShouldContain("does not answer");
        (await Programs.FlyAsync(environment, "apps", "list")).ExitCode.ShouldBe(0);
    }

    /// <summary>With an app whose programs carry the folder's name in their environment.</summary>
    private async Task<PlatformProcess> StartedAsync(TemporaryFolder folder, params string[] arguments)
    {
        var platform = await PlatformProcess.StartAsync(folder.File("state"), shared.Registry.Folder, arguments: arguments);
        var environment = new Dictionary<string, string?> { ["LOCALFLY_STATE"] = platform.State, ["FLY_API_TOKEN"] = "any" };
        await File.WriteAllTextAsync(folder.File("fly.toml"), $"app = \"any\"\n{SampleApp.WebToml}\n[env]\nFOLDER = \"{folder.Path}\"", TestContext.Current.CancellationToken);
        (await Programs.FlyAsync(environment, "apps", "create", "any")).ExitCode.ShouldBe(0);
        var deployed = await Programs.FlyAsync(environment, "deploy", "--config", folder.File("fly.toml"), "--image", shared.Registry.Image("one"), "--ha=false");
        deployed.ExitCode.ShouldBe(0, deployed.Error);
        Programs.WithEnvironment($"FOLDER={folder.Path}").ShouldNotBeEmpty();
        return platform;
    }

    private static Task NothingRunsAsync(TemporaryFolder folder) => Until.True(() => Programs.WithEnvironment(folder.Path).Count == 0, "the end of all programs");
}
