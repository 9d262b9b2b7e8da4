using JobSwipe.LocalFly.Api;
using JobSwipe.LocalFly.Tests.Support;

namespace JobSwipe.LocalFly.Tests;

public sealed class MachineTests(SharedPlatform platform)
{
    [Fact]
    public async Task Starts_its_program_again_and_shows_each_end()
    {
        await using var app = await SampleApp.CreateAsync();
        await app.DeployedAsync(platform.Registry.Image("fragile", "exits-after=1"), "--ha=false");

        await app.GetAsync();
        await Until.True(async () => await OnlyAsync(app) is { State: "started" } machine && machine.IsWell() && Exits(machine).Any(), "the program's return");
        await app.GetAsync();

        await Until.True(async () => Exits(await OnlyAsync(app)).Count() == 2, "the second end");
        Exits(await OnlyAsync(app)).ShouldAllBe(exit => exit.ExitCode() == 3 && !exit.Request!.ExitEvent!.RequestedStop);
    }

    [Fact]
    public async Task Starts_its_program_with_growing_pauses()
    {
        await using var app = await SampleApp.CreateAsync();
        await app.DeployedAsync(platform.Registry.Image("bad", "exits-at-once=1"), "--ha=false", "--detach");

        await Until.True(async () => Exits(await OnlyAsync(app)).Count() >= 4, "four ends");

        var machine = await OnlyAsync(app);
        var pauses = machine.Events.Reverse().SkipWhile(known => known.Type != "exit").Chunk(2).Where(pair => pair.Length == 2).Select(pair => pair[1].Timestamp - pair[0].Timestamp).ToArray();
        pauses[0].ShouldBeGreaterThanOrEqualTo(95);
        pauses[1].ShouldBeGreaterThanOrEqualTo(195);
        pauses[2].ShouldBeGreaterThanOrEqualTo(395);
    }

    /// <summary>Between finding a port free and the program's own listening, somebody else may take it; Fly's machines have a network each.</summary>
    [Fact]
    public async Task Gets_another_port_when_its_own_was_taken()
    {
        await using var app = await SampleApp.CreateAsync();

        await app.DeployedAsync(platform.Registry.Image("late", $"port-taken-once={app.PathOf("taken")}"), "--ha=false");

        (await app.GetAsync()).ShouldBe("late");
        (await OnlyAsync(app)).Events.Select(known => known.Type).ShouldBe(["start", "start"]);
    }

    [Fact]
    public async Task Follows_the_restart_policy()
    {
        await using var app = await SampleApp.CreateAsync(SampleApp.WebToml + "\n[[restart]]\npolicy = \"never\"");
        await app.DeployedAsync(platform.Registry.Image("bad", "exits-at-once=5"), "--ha=false", "--detach");

        await Until.True(async () => (await OnlyAsync(app)).State == "stopped", "the program's end");

        (await OnlyAsync(app)).Config.Restart.Policy.ShouldBe("no");
        (await OnlyAsync(app)).Events.Select(known => known.Type).ShouldBe(["exit", "start"]);
    }

    [Fact]
    public async Task Gets_the_kill_signal_and_then_ends_by_itself()
    {
        await using var app = await SampleApp.CreateAsync("kill_signal = \"SIGTERM\"\n" + SampleApp.WebToml);
        await app.DeployedAsync(platform.Registry.Image("one"), "--ha=false");

        await app.OutputAsync("machine", "stop", (await OnlyAsync(app)).Id);

        Exits(await OnlyAsync(app)).ShouldHaveSingleItem().Request!.ExitEvent.ShouldBe(new ExitEvent(0, RequestedStop: true));
        (await app.OutputAsync("logs", "--no-tail")).ShouldContain("got SIGTERM");
    }

    [Fact]
    public async Task Is_killed_after_the_kill_timeout()
    {
        await using var app = await SampleApp.CreateAsync("kill_timeout = \"300ms\"\n" + SampleApp.WebToml.Replace("kill_timeout = \"3s\"", ""));
        await app.DeployedAsync(platform.Registry.Image("stubborn", "ignores-sigint"), "--ha=false");

        await app.OutputAsync("machine", "stop", (await OnlyAsync(app)).Id);

        Exits(await OnlyAsync(app)).ShouldHaveSingleItem().ExitCode().ShouldBe(137);
        (await app.OutputAsync("logs", "--no-tail")).ShouldContain("got SIGINT");
        Programs.WithEnvironment($"FLY_APP_NAME={app.Name}").ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_stopped_and_started_again()
    {
        await using var app = await SampleApp.CreateAsync();
        await app.DeployedAsync(platform.Registry.Image("one"), "--ha=false");
        var id = (await OnlyAsync(app)).Id;

        await app.OutputAsync("machine", "stop", id);
        var stopped = (await OnlyAsync(app)).State;
        await app.OutputAsync("machine", "start", id);
        await app.OutputAsync("machine", "restart", id);

        stopped.ShouldBe("stopped");
        (await app.GetAsync()).ShouldBe("one");
    }

    [Fact]
    public async Task Gets_no_requests_while_it_is_cordoned()
    {
        await using var app = await SampleApp.CreateAsync();
        await app.DeployedAsync(platform.Registry.Image("one"));
        var machines = await app.MachinesAsync();

        await app.OutputAsync("machine", "cordon", machines[0].Id);
        var served = new HashSet<string>();
        for (var number = 0; number < 6; number++) served.Add((await app.GetAsync("/env")).Split('\n').Single(line => line.StartsWith("FLY_MACHINE_ID=", StringComparison.Ordinal)));
        await app.OutputAsync("machine", "uncordon", machines[0].Id);

        served.ShouldBe([$"FLY_MACHINE_ID={machines[1].Id}"]);
        (await app.MachinesAsync()).ShouldAllBe(machine => !machine.Cordoned);
    }

    [Fact]
    public async Task Is_destroyed_by_force_only_while_it_runs()
    {
        await using var app = await SampleApp.CreateAsync();
        await app.DeployedAsync(platform.Registry.Image("one"), "--ha=false");
        var id = (await OnlyAsync(app)).Id;

        (await app.FlyAsync("machine", "destroy", id)).Error.ShouldContain("currently started, either stop first or use --force flag");
        (await app.FlyAsync("machine", "destroy", "nobody", "--force")).Error.ShouldContain("machine nobody was not found");
        (await app.FlyAsync("machine", "destroy")).Error.ShouldContain("a machine ID must be specified");
        await app.OutputAsync("machine", "destroy", id, "--force");

        (await app.MachinesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Cannot_have_a_volume_in_a_published_folder()
    {
        await using var app = await SampleApp.CreateAsync(SampleApp.WebToml + "\n[mounts]\nsource = \"data\"\ndestination = \"/data\"");

        (await app.DeployAsync(platform.Registry.Image("one"))).Error.ShouldContain("no place for the volume at /data");

        (await app.MachinesAsync()).ShouldBeEmpty();
    }

    private static async Task<MachineView> OnlyAsync(SampleApp app) => (await app.MachinesAsync()).ShouldHaveSingleItem();

    private static IEnumerable<MachineEvent> Exits(MachineView machine) => machine.Events.Where(known => known.Type == "exit");
}
