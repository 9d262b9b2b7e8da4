using JobSwipe.LocalFly.Tests.Support;

namespace JobSwipe.LocalFly.Tests;

public sealed class ScaleTests(SharedPlatform platform)
{
    [Fact]
    public async Task Makes_more_machines_and_fewer()
    {
        await using var app = await SampleApp.CreateAsync();
        await app.DeployedAsync(platform.Registry.Image("one"), "--ha=false");

        await app.OutputAsync("scale", "count", "3", "--yes");
        var more = (await app.MachinesAsync()).Length;
        await app.OutputAsync("scale", "count", "app=1", "--yes");

        more.ShouldBe(3);
        (await app.MachinesAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Refuses_what_it_cannot_count()
    {
        await using var app = await SampleApp.CreateAsync();

        (await app.FlyAsync("scale", "count", "many")).Error.ShouldContain("'many' is not a valid process=count option");
        (await app.FlyAsync("scale", "count", "2")).Error.ShouldContain("there aren't running machines");
        await app.DeployedAsync(platform.Registry.Image("one"), "--ha=false");
        (await app.FlyAsync("scale", "count", "web=2")).Error.ShouldContain("process group 'web' not found");
        (await app.FlyAsync("scale", "count", "2")).Error.ShouldContain("yes flag must be specified");
    }
}
