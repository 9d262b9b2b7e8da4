using System.Text.Json;
using JobSwipe.LocalFly.Machines;
using JobSwipe.LocalFly.Tests.Support;

namespace JobSwipe.LocalFly.Tests;

public sealed class LogTests(SharedPlatform platform)
{
    [Fact]
    public async Task Shows_machines_that_are_gone()
    {
        await using var app = await SampleApp.CreateAsync();
        await app.DeployedAsync(platform.Registry.Image("one"), "--ha=false");
        var id = (await app.MachinesAsync())[0].Id;
        await app.OutputAsync("machine", "destroy", "--force", id);

        (await app.OutputAsync("logs", "--no-tail", "--machine", id)).ShouldContain($"app[{id}] local [info]starting as {id}");
        var line = JsonSerializer.Deserialize<JsonElement>((await app.OutputAsync("logs", "--no-tail", "--json")).Split('\n')[0]);
        line.EnumerateObject().Select(property => property.Name).ShouldBe(["level", "instance", "message", "region", "timestamp"]);
    }

    [Fact]
    public void Does_not_grow_without_end()
    {
        using var folder = new TemporaryFolder();
        var log = new MachineLog(folder.Path, "app", "abc");

        for (var number = 0; number < 80; number++) log.Write(new string('x', 100_000));
        log.Close();

        new DirectoryInfo(folder.Path).GetFiles().Sum(file => file.Length).ShouldBeLessThan(4_500_000);
    }

    [Fact]
    public void Keeps_the_newest_files()
    {
        using var folder = new TemporaryFolder();
        for (var number = 0; number < 120; number++)
        {
            File.WriteAllText(folder.File($"app-{number}.log"), "");
            File.SetLastWriteTimeUtc(folder.File($"app-{number}.log"), DateTime.UnixEpoch.AddMinutes(number));
        }

        MachineLog.Prune(folder.Path);

        Directory.GetFiles(folder.Path).Length.ShouldBe(100);
        File.Exists(folder.File("app-119.log")).ShouldBeTrue();
    }

    [Fact]
    public void Is_not_another_apps_whose_name_begins_the_same()
    {
        using var folder = new TemporaryFolder();
        new MachineLog(folder.Path, "app", "abc").Write("mine");
        new MachineLog(folder.Path, "app-two", "def").Write("not mine");

        MachineLog.Read(folder.Path, "app").Select(line => line.Message).ShouldBe(["mine"]);
    }
}
