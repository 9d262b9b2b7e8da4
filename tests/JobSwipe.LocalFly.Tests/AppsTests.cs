using System.Text.Json;
using JobSwipe.LocalFly.Tests.Support;

namespace JobSwipe.LocalFly.Tests;

public sealed class AppsTests(SharedPlatform platform)
{
    [Fact]
    public async Task Are_created_listed_and_destroyed()
    {
        var name = $"listed-{Guid.NewGuid().ToString("N")[..8]}";

        (await SharedPlatform.FlyAsync("apps", "create", name, "--org", "personal")).Output.ShouldBe($"New app created: {name}\n");
        var listed = await NamesAsync();
        (await SharedPlatform.FlyAsync("apps", "destroy", name, "--yes")).ExitCode.ShouldBe(0);

        listed.ShouldContain(name);
        (await NamesAsync()).ShouldNotContain(name);
    }

    [Fact]
    public async Task Have_names_of_their_own()
    {
        await using var app = await SampleApp.CreateAsync();

        (await SharedPlatform.FlyAsync("apps", "create", app.Name)).Error.ShouldContain("Name has already been taken");
        (await SharedPlatform.FlyAsync("apps", "create", "Not_A/Name")).Error.ShouldContain("Name may only contain");
    }

    [Fact]
    public async Task Are_destroyed_only_when_that_is_meant()
    {
        await using var app = await SampleApp.CreateAsync();

        (await SharedPlatform.FlyAsync("apps", "destroy", app.Name)).Error.ShouldContain("yes flag must be specified");
        (await SharedPlatform.FlyAsync("apps", "destroy", "nobody", "--yes")).Error.ShouldContain("Could not find App \"nobody\"");
        (await NamesAsync()).ShouldContain(app.Name);
    }

    [Fact]
    public async Task Say_that_their_port_is_taken()
    {
        var result = await SharedPlatform.FlyAsync("apps", "create", "taken-port");

        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain($"port {platform.TakenPort} is taken by another program");
        (await NamesAsync()).ShouldNotContain("taken-port");
    }

    [Fact]
    public async Task Say_that_their_port_is_none() =>
        (await SharedPlatform.FlyAsync("apps", "create", "wrong-port")).Error.ShouldContain("LOCALFLY_PORT_WRONG_PORT is 'http', which is not a port");

    [Fact]
    public async Task Leave_no_program_when_they_are_destroyed()
    {
        var app = await SampleApp.CreateAsync();
        await app.DeployedAsync(platform.Registry.Image("one"));
        Programs.WithEnvironment($"FLY_APP_NAME={app.Name}").ShouldNotBeEmpty();

        await app.DisposeAsync();

        await Until.True(() => Programs.WithEnvironment($"FLY_APP_NAME={app.Name}").Count == 0, "the end of the app's programs");
    }

    private static async Task<IEnumerable<string?>> NamesAsync() =>
        JsonSerializer.Deserialize<JsonElement[]>((await SharedPlatform.FlyAsync("apps", "list", "--json")).Output)!.Select(app => app.GetProperty("Name").GetString());
}
