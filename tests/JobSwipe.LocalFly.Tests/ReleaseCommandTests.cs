using JobSwipe.LocalFly.Tests.Support;

namespace JobSwipe.LocalFly.Tests;

public sealed class ReleaseCommandTests(SharedPlatform platform)
{
    [Fact]
    public async Task Runs_before_anything_else()
    {
        await using var app = await SampleApp.CreateAsync();
        var file = app.PathOf("migrated");
        app.Write($"{SampleApp.WebToml}\n[deploy]\nrelease_command = \"touch '{file}'\"");

        await app.DeployedAsync(platform.Registry.Image("one"), "--ha=false");

        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldBe("fly_app_release_command");
        (await app.MachinesAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Stops_the_deployment_when_it_fails()
    {
        await using var app = await SampleApp.CreateAsync();
        await app.DeployedAsync(platform.Registry.Image("one"), "--ha=false");
        app.Write($"{SampleApp.WebToml}\n[deploy]\nrelease_command = \"exit 9\"");

        var result = await app.DeployAsync(platform.Registry.Image("two"));

        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("exited with non-zero status of 9");
        result.Output.ShouldContain("release command with RELEASE_COMMAND=1");
        (await app.MachinesAsync()).ShouldHaveSingleItem().Config.Image.ShouldBe(platform.Registry.Image("one"));
        (await app.LastReleaseAsync()).ShouldBe("failed");
    }

    [Fact]
    public async Task Is_stopped_when_it_takes_too_long()
    {
        await using var app = await SampleApp.CreateAsync($"{SampleApp.WebToml}\n[deploy]\nrelease_command = \"sleep\"");

        var result = await app.DeployAsync(platform.Registry.Image("one"), "--release-command-timeout", "300ms");

        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("timeout of 300ms reached");
        Programs.WithEnvironment($"FLY_APP_NAME={app.Name}").ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_skipped_when_asked_to()
    {
        await using var app = await SampleApp.CreateAsync($"{SampleApp.WebToml}\n[deploy]\nrelease_command = \"exit 9\"");

        await app.DeployedAsync(platform.Registry.Image("one"), "--ha=false", "--skip-release-command");
    }
}
