using JobSwipe.LocalFly.Tests.Support;

namespace JobSwipe.LocalFly.Tests;

/// <summary>Images through buildah, as they were built.</summary>
public sealed class ImageTests(SharedPlatform platform, TinyImage image) : IClassFixture<TinyImage>
{
    private const string Worker = "[processes]\nworker = \"\"\n";

    private string Storage => Path.Combine(platform.State, "containers");

    [Fact]
    public async Task Run_as_their_user_in_their_folder_with_their_variables()
    {
        var reference = await image.InAsync(platform.Registry);
        await using var app = await SampleApp.CreateAsync(Worker);

        await app.DeployedAsync(reference, "--ha=false");

        var lines = await LinesAsync(app, "Gid: 1235");
        string[] said = ["arguments serve it", "greeting hello", "path /app:/bin", "folder /app", "home /home/someone", "Uid: 1234"];
        said.ShouldBeSubsetOf(lines);
    }

    /// <summary>Fly exchanges an image's command and keeps its entry point, as Docker does.</summary>
    [Fact]
    public async Task Keep_their_entry_point_when_the_group_has_a_command()
    {
        var reference = await image.InAsync(platform.Registry);
        await using var app = await SampleApp.CreateAsync("[processes]\nworker = \"other 'two words'\"\n[env]\nGREETING = \"bye\"");

        await app.DeployedAsync(reference, "--ha=false");

        var lines = await LinesAsync(app, "Gid: 1235");
        lines.ShouldContain("arguments other two words");
        lines.ShouldContain("greeting bye");
    }

    [Fact]
    public async Task Get_signals_and_leave_no_files()
    {
        var reference = await image.InAsync(platform.Registry);
        await using var app = await SampleApp.CreateAsync(Worker);
        await app.DeployedAsync(reference, "--ha=false");
        await LinesAsync(app, "Gid: 1235");
        var mine = await TinyImage.ContainersAsync(Storage);

        await app.OutputAsync("machine", "stop", (await app.MachinesAsync())[0].Id);
        await LinesAsync(app, "stopping");
        await SharedPlatform.FlyAsync("apps", "destroy", app.Name, "--yes");

        mine.ShouldNotBeEmpty();
        (await TinyImage.ContainersAsync(Storage)).Count.ShouldBeLessThan(mine.Count);
        (await File.ReadAllTextAsync("/proc/mounts", TestContext.Current.CancellationToken)).ShouldNotContain(Storage);
    }

    [Fact]
    public async Task Find_their_volume_again()
    {
        var reference = await image.InAsync(platform.Registry);
        await using var app = await SampleApp.CreateAsync(Worker + "[mounts]\nsource = \"files\"\ndestination = \"/data\"");
        await app.DeployedAsync(reference);
        await LinesAsync(app, "the file is new");

        await app.DeployedAsync(reference);

        await LinesAsync(app, "the file is there");
        (await app.MachinesAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Leave_files_of_a_killed_platform_to_the_next_one()
    {
        using var folder = new TemporaryFolder();
        var reference = await image.InAsync(platform.Registry);
        var storage = new Dictionary<string, string?> { ["LOCALFLY_CONTAINER_STORAGE"] = image.Storage };
        await using var killed = await PlatformProcess.StartAsync(folder.File("state"), platform.Registry.Folder, storage);
        var environment = new Dictionary<string, string?> { ["LOCALFLY_STATE"] = killed.State, ["FLY_API_TOKEN"] = "any", ["LOCALFLY_SETTLE_SECONDS"] = "0" };
        await File.WriteAllTextAsync(folder.File("fly.toml"), $"app = \"any\"\n{Worker}", TestContext.Current.CancellationToken);
        await Programs.FlyAsync(environment, "apps", "create", "any");
        var deployed = await Programs.FlyAsync(environment, "deploy", "--config", folder.File("fly.toml"), "--image", reference, "--ha=false");
        deployed.ExitCode.ShouldBe(0, deployed.Error);

        killed.Signal("KILL");
        await killed.EndAsync();
        var left = await TinyImage.ContainersAsync(image.Storage);
        await using var next = await PlatformProcess.StartAsync(killed.State, platform.Registry.Folder, storage);

        left.ShouldHaveSingleItem();
        await Until.True(async () => (await TinyImage.ContainersAsync(image.Storage)).Count == 0, "the leftovers' end");
    }

    private static async Task<IReadOnlyList<string>> LinesAsync(SampleApp app, string last)
    {
        IReadOnlyList<string> lines = [];
        await Until.True(async () =>
        {
            lines = [.. (await app.OutputAsync("logs", "--no-tail")).Split('\n').Select(line => line.Split("[info]")[^1])];
            return lines.Contains(last);
        }, last);
        return lines;
    }
}
