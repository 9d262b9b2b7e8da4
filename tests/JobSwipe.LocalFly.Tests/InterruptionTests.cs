using System.Diagnostics;
using JobSwipe.LocalFly.Tests.Support;

namespace JobSwipe.LocalFly.Tests;

public sealed class InterruptionTests(SharedPlatform platform)
{
    /// <summary>flyctl: internal/cli/cli.go gives 127 for a cancelled context, DeployMachinesApp the release's status.</summary>
    [Fact]
    public async Task Of_a_rolling_deployment_leaves_an_interrupted_release()
    {
        await using var app = await SampleApp.CreateAsync();
        using var deploy = Start(app, platform.Registry.Image("bad", "never-healthy"), "rolling");
        await Until.True(async () => (await app.MachinesAsync()).Length == 1, "the first machine");

        Programs.Signal(deploy.Id, "INT");
        await deploy.WaitForExitAsync(TestContext.Current.CancellationToken);

        deploy.ExitCode.ShouldBe(127);
        (await app.LastReleaseAsync()).ShouldBe("interrupted");
    }

    /// <summary>flyctl: bluegreen takes the signal away from the context (ctrlc.ClearHandlers), so it is an ordinary failure there.</summary>
    [Fact]
    public async Task Of_a_bluegreen_deployment_destroys_the_greens()
    {
        await using var app = await SampleApp.CreateAsync();
        await app.DeployedAsync(platform.Registry.Image("good"), "--ha=false");
        using var deploy = Start(app, platform.Registry.Image("bad", "never-healthy"), "bluegreen");
        await Until.True(async () => (await app.MachinesAsync()).Length == 2, "the green machine");

        Programs.Signal(deploy.Id, "INT");
        await deploy.WaitForExitAsync(TestContext.Current.CancellationToken);

        deploy.ExitCode.ShouldBe(1);
        (await deploy.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldContain("deployment aborted by user");
        (await app.LastReleaseAsync()).ShouldBe("failed");
        (await app.MachinesAsync()).ShouldHaveSingleItem();
        (await app.GetAsync()).ShouldBe("good");
    }

    [Fact]
    public async Task Gives_the_lease_back()
    {
        await using var app = await SampleApp.CreateAsync();
        using var deploy = Start(app, platform.Registry.Image("bad", "never-healthy"), "rolling");
        await Until.True(async () => (await app.MachinesAsync()).Length == 1, "the first machine");

        Programs.Signal(deploy.Id, "TERM");
        await deploy.WaitForExitAsync(TestContext.Current.CancellationToken);

        await app.DeployedAsync(platform.Registry.Image("one"));
    }

    [Fact]
    public async Task By_another_deployment_is_refused()
    {
        await using var app = await SampleApp.CreateAsync();
        using var stop = new CancellationTokenSource();
        var first = SharedPlatform.FlyAsync("", stop.Token, "deploy", "--config", app.Toml, "--image", platform.Registry.Image("bad", "never-healthy"));
        await Until.True(async () => (await app.MachinesAsync()).Length == 1, "the first machine");

        var second = await app.DeployAsync(platform.Registry.Image("one"));
        var stopping = await app.FlyAsync("machine", "stop", (await app.MachinesAsync())[0].Id);
        await stop.CancelAsync();

        second.ExitCode.ShouldBe(1);
        second.Error.ShouldContain("failed to acquire lease: lease currently held by another deployment");
        stopping.Error.ShouldContain("failed to acquire lease");
        (await first).ExitCode.ShouldBe(127);
    }

    private Process Start(SampleApp app, string image, string strategy) => Process.Start(Programs.Fly(
        new Dictionary<string, string?> { ["LOCALFLY_STATE"] = platform.State, ["FLY_API_TOKEN"] = "any" },
        "deploy", "--config", app.Toml, "--image", image, "--strategy", strategy))!;
}
