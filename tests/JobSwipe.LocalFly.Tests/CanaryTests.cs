using JobSwipe.LocalFly.Tests.Support;

namespace JobSwipe.LocalFly.Tests;

public sealed class CanaryTests(SharedPlatform platform)
{
    [Fact]
    public async Task Tries_one_machine_and_goes_on_rolling()
    {
        await using var app = await SampleApp.CreateAsync();
        await app.DeployedAsync(platform.Registry.Image("one"), "--ha=false");

        var result = await app.DeployedAsync(platform.Registry.Image("two"), "--strategy", "canary");

        result.Output.ShouldContain("Canary machines successfully created and healthy");
        (await app.MachinesAsync()).ShouldHaveSingleItem().Config.Metadata.Keys.ShouldNotContain("fly_canary");
        (await app.GetAsync()).ShouldBe("two");
    }

    /// <summary>flyctl: deployCanaryMachines destroys them only on success.</summary>
    [Fact]
    public async Task Leaves_a_canary_that_failed_and_changes_nothing_else()
    {
        await using var app = await SampleApp.CreateAsync();
        await app.DeployedAsync(platform.Registry.Image("good"), "--ha=false");

        var result = await app.DeployAsync(platform.Registry.Image("bad", "never-healthy"), "--strategy", "canary", "--wait-timeout", "500ms");

        result.ExitCode.ShouldBe(1);
        var machines = await app.MachinesAsync();
        machines.Length.ShouldBe(2);
        machines[1].Config.Metadata["fly_canary"].ShouldBe("true");
        machines[1].Cordoned.ShouldBeTrue();
        (await app.GetAsync()).ShouldBe("good");
    }
}
