using JobSwipe.LocalFly.Tests.Support;

namespace JobSwipe.LocalFly.Tests;

public sealed class DeployTests(SharedPlatform platform)
{
    [Fact]
    public async Task Runs_exactly_the_digest()
    {
        await using var app = await SampleApp.CreateAsync();
        var image = platform.Registry.Image("one");

        await app.DeployedAsync(image);

        (await app.MachinesAsync()).ShouldAllBe(machine => machine.ImageRef.Digest == image.Split('@', 2)[1] && machine.ImageRef.Repository == "sample" && machine.Region == "iad");
    }

    /// <summary>flyctl: deployCreateMachinesForGroups starts a second machine for a service.</summary>
    [Theory]
    [InlineData("--ha=true", 2)]
    [InlineData("--ha=false", 1)]
    public async Task Begins_with_two_machines_for_availability(string ha, int count)
    {
        await using var app = await SampleApp.CreateAsync();

        await app.DeployedAsync(platform.Registry.Image("one"), ha);

        (await app.MachinesAsync()).Length.ShouldBe(count);
    }

    /// <summary>flyctl: a group without a service gets one machine and one that stands by.</summary>
    [Fact]
    public async Task Lets_a_worker_have_a_standby()
    {
        await using var app = await SampleApp.CreateAsync("[processes]\nworker = \"sleep\"");

        await app.DeployedAsync(platform.Registry.Image("one"));

        var machines = await app.MachinesAsync();
        machines.Select(machine => machine.State).ShouldBe(["started", "stopped"]);
        machines[1].Config.Standbys.ShouldBe([machines[0].Id]);
        await app.DeployedAsync(platform.Registry.Image("two"));
        (await app.MachinesAsync()).Select(machine => (machine.State, machine.Config.Image)).ShouldBe([("started", platform.Registry.Image("two")), ("stopped", platform.Registry.Image("two"))]);
    }

    [Fact]
    public async Task Destroys_the_machines_of_a_group_that_is_gone()
    {
        await using var app = await SampleApp.CreateAsync(SampleApp.WebToml + "\n[processes]\napp = \"\"\nworker = \"sleep\"");
        await app.DeployedAsync(platform.Registry.Image("one"), "--ha=false");

        app.Write(SampleApp.WebToml);
        await app.DeployedAsync(platform.Registry.Image("two"), "--ha=false");

        (await app.MachinesAsync()).ShouldHaveSingleItem().Config.Group.ShouldBe("app");
    }

    [Fact]
    public async Task Begins_no_group_when_it_only_updates()
    {
        await using var app = await SampleApp.CreateAsync();

        await app.DeployedAsync(platform.Registry.Image("one"), "--update-only");

        (await app.MachinesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Gives_variables_to_the_program()
    {
        await using var app = await SampleApp.CreateAsync(SampleApp.WebToml + "\n[env]\nONE = \"toml\"\nTWO = \"toml\"");

        await app.DeployedAsync(platform.Registry.Image("one"), "--ha=false", "--env", "TWO=a=b", "-e", "THREE=3");

        string[] wanted = ["ONE=toml", "TWO=a=b", "THREE=3", $"FLY_APP_NAME={app.Name}", "FLY_REGION=iad", "FLY_PROCESS_GROUP=app", "PRIMARY_REGION=iad"];
        wanted.ShouldBeSubsetOf((await app.GetAsync("/env")).Split('\n'));
    }

    [Theory]
    [InlineData("registry.fly.io/sample@sha256:0000000000000000000000000000000000000000000000000000000000000000", "could not find image")]
    [InlineData("registry.fly.io/sample:latest", "could not find image")]
    [InlineData("registry.fly.io/sample", "could not find image")]
    [InlineData("NOT AN IMAGE", "could not parse the reference")]
    public async Task Changes_nothing_for_an_image_that_is_not_there(string image, string error)
    {
        await using var app = await SampleApp.CreateAsync();

        var result = await app.DeployAsync(image);

        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain(error);
        (await app.ReleasesAsync()).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Takes_a_tag_that_the_registry_knows()
    {
        await using var app = await SampleApp.CreateAsync();
        var image = platform.Registry.Image("tagged");
        var tags = Directory.CreateDirectory(Path.Combine(platform.Registry.Folder, "tags", "sample"));
        await File.WriteAllTextAsync(Path.Combine(tags.FullName, "v1"), image.Split('@')[1], TestContext.Current.CancellationToken);

        await app.DeployedAsync("registry.fly.io/sample:v1", "--ha=false");

        (await app.GetAsync()).ShouldBe("tagged");
    }

    [Fact]
    public async Task Refuses_what_it_cannot_do_before_anything_is_changed()
    {
        await using var app = await SampleApp.CreateAsync();

        (await app.FlyAsync("deploy")).Error.ShouldContain("this stand-in builds no images");
        (await app.DeployAsync(platform.Registry.Image("one"), "--strategy", "bluegren")).Error.ShouldContain("unsupported deployment strategy 'bluegren'");
        (await app.DeployAsync(platform.Registry.Image("one"), "--wait-timeout", "soon")).Error.ShouldContain("invalid duration \"soon\"");
        (await app.DeployAsync(platform.Registry.Image("one"), "--env", "NAME")).Error.ShouldContain("must be in the format NAME=VALUE");
        (await app.DeployAsync(platform.Registry.Image("one"), "--app", "nobody")).Error.ShouldContain("Could not find App \"nobody\"");
        (await app.ReleasesAsync()).GetArrayLength().ShouldBe(0);
    }

    /// <summary>flyctl: updateExistingMachines does not wait with immediate, so exit code 0 says nothing about health.</summary>
    [Fact]
    public async Task Never_waits_with_immediate()
    {
        await using var app = await SampleApp.CreateAsync();
        await app.DeployedAsync(platform.Registry.Image("one"), "--ha=false");

        var result = await app.DeployedAsync(platform.Registry.Image("bad", "never-healthy"), "--strategy", "immediate");

        result.ExitCode.ShouldBe(0);
        (await app.MachinesAsync()).ShouldHaveSingleItem().Checks.ShouldHaveSingleItem().Status.ShouldBe("critical");
        (await app.LastReleaseAsync()).ShouldBe("complete");
    }

    [Fact]
    public async Task Waits_for_nothing_when_detached()
    {
        await using var app = await SampleApp.CreateAsync();

        await app.DeployedAsync(platform.Registry.Image("bad", "never-healthy"), "--detach");

        (await app.MachinesAsync()).Length.ShouldBe(2);
    }
}
