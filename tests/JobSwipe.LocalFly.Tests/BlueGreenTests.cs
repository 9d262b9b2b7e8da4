using JobSwipe.LocalFly.Tests.Support;

namespace JobSwipe.LocalFly.Tests;

public sealed class BlueGreenTests(SharedPlatform platform)
{
    [Fact]
    public async Task Switches_without_one_failed_request()
    {
        await using var app = await SampleApp.CreateAsync();
        await app.DeployedAsync(platform.Registry.Image("one"));
        await using var load = ConstantLoad.On(app);

        await app.DeployedAsync(platform.Registry.Image("two"), "--strategy", "bluegreen");

        (await load.ShouldHaveNoFailureAsync()).ShouldBe(["one", "two"], ignoreOrder: true);
        (await app.GetAsync()).ShouldBe("two");
        (await app.MachinesAsync()).ShouldAllBe(machine => machine.Config.Image == platform.Registry.Image("two") && !machine.Cordoned);
    }

    [Fact]
    public async Task Keeps_the_number_of_machines()
    {
        await using var app = await SampleApp.CreateAsync();
        await app.DeployedAsync(platform.Registry.Image("one"));

        await app.DeployedAsync(platform.Registry.Image("two"), "--strategy", "bluegreen");

        (await app.MachinesAsync()).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Destroys_the_greens_and_keeps_the_blues_when_health_fails()
    {
        await using var app = await SampleApp.CreateAsync();
        await app.DeployedAsync(platform.Registry.Image("good"));
        var blues = (await app.MachinesAsync()).Select(machine => machine.Id);
        await using var load = ConstantLoad.On(app);

        var result = await app.DeployAsync(platform.Registry.Image("bad", "never-healthy"), "--strategy", "bluegreen", "--wait-timeout", "8s");

        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("could not get all green machines to be healthy");
        result.Error.ShouldContain("503");
        (await load.ShouldHaveNoFailureAsync()).ShouldBe(["good"]);
        (await app.MachinesAsync()).Select(machine => machine.Id).ShouldBe(blues);
        (await app.LastReleaseAsync()).ShouldBe("failed");
    }

    /// <summary>flyctl: strategy_bluegreen.go waits out the timeout for a machine that crashes, #2653.</summary>
    [Fact]
    public async Task Waits_out_the_timeout_for_a_program_that_ends_at_once()
    {
        await using var app = await SampleApp.CreateAsync();
        await app.DeployedAsync(platform.Registry.Image("good"), "--ha=false");

        var result = await app.DeployAsync(platform.Registry.Image("bad", "exits-at-once=4"), "--strategy", "bluegreen", "--wait-timeout", "1s");

        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("within 1s");
        (await app.GetAsync()).ShouldBe("good");
    }

    /// <summary>flyctl: deployCreateMachinesForGroups begins new groups, so the strategy has nothing to protect.</summary>
    [Fact]
    public async Task Leaves_the_machines_of_a_first_deployment_that_failed()
    {
        await using var app = await SampleApp.CreateAsync();

        var result = await app.DeployAsync(platform.Registry.Image("bad", "never-healthy"), "--strategy", "bluegreen", "--wait-timeout", "1s");

        result.ExitCode.ShouldBe(1);
        (await app.MachinesAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Refuses_machines_of_several_image_versions()
    {
        await using var app = await SampleApp.CreateAsync();
        await app.DeployedAsync(platform.Registry.Image("one"));
        (await app.DeployAsync(platform.Registry.Image("bad", "never-healthy"), "--wait-timeout", "500ms")).ExitCode.ShouldBe(1);

        var result = await app.DeployAsync(platform.Registry.Image("two"), "--strategy", "bluegreen");

        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("found multiple image versions");
        result.Output.ShouldContain($"[x] {platform.Registry.Image("one")} - 1 machine(s)");
    }

    [Fact]
    public async Task Goes_on_after_the_leftovers_of_an_image_were_destroyed()
    {
        await using var app = await SampleApp.CreateAsync();
        var bad = platform.Registry.Image("bad", "never-healthy");
        await app.DeployedAsync(platform.Registry.Image("one"));
        await app.DeployAsync(bad, "--wait-timeout", "500ms");

        await app.OutputAsync("machines", "destroy", "--force", "--image", bad);

        await app.DeployedAsync(platform.Registry.Image("two"), "--strategy", "bluegreen");
        (await app.GetAsync()).ShouldBe("two");
    }

    [Fact]
    public async Task Refuses_an_app_without_checks()
    {
        await using var app = await SampleApp.CreateAsync("[http_service]\ninternal_port = 8080");
        await app.DeployedAsync(platform.Registry.Image("one"), "--ha=false");

        var result = await app.DeployAsync(platform.Registry.Image("two"), "--strategy", "bluegreen");

        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("at least 1 check");
    }

    [Fact]
    public async Task Refuses_volumes()
    {
        await using var app = await SampleApp.CreateAsync(SampleApp.WebToml + "\n[mounts]\nsource = \"data\"\ndestination = \"/data\"");

        var result = await app.DeployAsync(platform.Registry.Image("one"), "--strategy", "bluegreen");

        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("volumes");
    }

    [Fact]
    public async Task Answers_requests_that_are_under_way()
    {
        await using var app = await SampleApp.CreateAsync();
        var marker = app.PathOf("arrived");
        await app.DeployedAsync(platform.Registry.Image("one", $"slow-answer=1500 slow-marker={marker}"), "--ha=false");
        var slow = app.GetAsync("/slow");
        await Until.True(() => File.Exists(marker), "the request's arrival");

        await app.DeployedAsync(platform.Registry.Image("two"), "--strategy", "bluegreen");

        (await slow).ShouldBe("one");
        (await app.GetAsync()).ShouldBe("two");
    }
}
