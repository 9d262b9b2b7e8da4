using JobSwipe.LocalFly.Tests.Support;

namespace JobSwipe.LocalFly.Tests;

public sealed class RollingTests(SharedPlatform platform)
{
    [Fact]
    public async Task Replaces_two_machines_without_one_failed_request()
    {
        await using var app = await SampleApp.CreateAsync();
        await app.DeployedAsync(platform.Registry.Image("one"));
        var before = (await app.MachinesAsync()).Select(machine => machine.Id);
        await using var load = ConstantLoad.On(app);

        await app.DeployedAsync(platform.Registry.Image("two"));

        (await load.ShouldHaveNoFailureAsync()).ShouldBe(["one", "two"], ignoreOrder: true);
        (await app.MachinesAsync()).Select(machine => machine.Id).ShouldBe(before);
    }

    /// <summary>flyctl: a failed rolling deployment stops and does not go back.</summary>
    [Fact]
    public async Task Leaves_mixed_versions_when_it_fails()
    {
        await using var app = await SampleApp.CreateAsync();
        var (good, bad) = (platform.Registry.Image("good"), platform.Registry.Image("bad", "never-healthy"));
        await app.DeployedAsync(good);
        await using var load = ConstantLoad.On(app);

        var result = await app.DeployAsync(bad, "--wait-timeout", "1s");

        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("timeout reached waiting for health checks to pass");
        result.Error.ShouldContain("--wait-timeout");
        (await load.ShouldHaveNoFailureAsync()).ShouldBe(["good"]);
        (await app.MachinesAsync()).Select(machine => machine.Config.Image).ShouldBe([good, bad], ignoreOrder: true);
        (await app.LastReleaseAsync()).ShouldBe("failed");
    }

    /// <summary>flyctl: doSmokeChecks.</summary>
    [Fact]
    public async Task Stops_at_once_when_the_program_ends_again_and_again()
    {
        await using var app = await SampleApp.CreateAsync();

        var result = await app.DeployAsync(platform.Registry.Image("bad", "exits-at-once=7"));

        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("the app appears to be crashing (exit code 7)");
    }

    [Fact]
    public async Task Deploys_the_same_image_again()
    {
        await using var app = await SampleApp.CreateAsync();
        await app.DeployedAsync(platform.Registry.Image("one"), "--ha=false");
        var before = (await app.MachinesAsync())[0];

        await app.DeployedAsync(platform.Registry.Image("one"), "--env", "MORE=1");

        var after = (await app.MachinesAsync()).ShouldHaveSingleItem();
        after.Id.ShouldBe(before.Id);
        after.InstanceId.ShouldNotBe(before.InstanceId);
        (await app.GetAsync("/env")).ShouldContain("MORE=1");
    }

    [Fact]
    public async Task Waits_for_a_slow_start()
    {
        await using var app = await SampleApp.CreateAsync();

        await app.DeployedAsync(platform.Registry.Image("slow", "slow-start=700"), "--ha=false");

        (await app.GetAsync()).ShouldBe("slow");
    }
}
