using System.Diagnostics;
using System.Text.Json;
using JobSwipe.Tools.Processes;

namespace JobSwipe.EndToEnd.Tests;

/// <summary>One class, so that the rehearsals run one after the other: each uses both cores.</summary>
[Collection(FreshClone.OneAtATime)]
public sealed class RehearseTests(FreshClone clone)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rehearses_a_release_from_a_fresh_clone_and_leaves_nothing_running()
    {
        var result = await clone.Build().RunAsync(Cancellation);

        result.ExitCode.ShouldBe(0, result.Output + result.Error);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(clone.Root, "artifacts", "rehearsal", "rehearsal.json"), Cancellation));
        var steps = json.RootElement.GetProperty("steps").EnumerateArray()
            .ToDictionary(step => step.GetProperty("name").GetString()!, step => step.GetProperty("outcome").GetString());
        foreach (var step in new[] { "Compile", "DockerBuild", "Platform", "Backup", "Migrate", "DeployStaging", "SmokeTest", "DeployProd", "BadRelease", "Rollback", "RestoreDrill" })
            steps[step].ShouldBe("passed", step);
        foreach (var scanner in new[] { "Trivy", "GitleaksScan" }) steps[scanner].ShouldBeOneOf("passed", "notRun");
        File.Exists(Path.Combine(clone.Root, "artifacts", "report", "index.html")).ShouldBeTrue();
        await NothingIsLeftAsync();
    }

    [Fact]
    public async Task Rehearses_an_application_in_another_language_unchanged()
    {
        // Compiling the build is not part of the time that a rehearsal may take.
        await clone.Build("--help").OutputAsync(Cancellation);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromMinutes(10));
        var result = await clone.Build("Rehearse", "--application", Path.Combine("tests", "PythonApplication")).RunAsync(patience.Token);

        result.ExitCode.ShouldBe(0, result.Output + result.Error);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(clone.Root, "artifacts", "rehearsal", "rehearsal.json"), Cancellation));
        var steps = json.RootElement.GetProperty("steps").EnumerateArray()
            .ToDictionary(step => step.GetProperty("name").GetString()!, step => step.GetProperty("outcome").GetString());
        foreach (var step in new[] { "DockerBuild", "Platform", "Backup", "Migrate", "DeployStaging", "SmokeTest", "DeployProd", "BadRelease", "Rollback", "RestoreDrill" })
            steps[step].ShouldBe("passed", step);
        steps["Compile"].ShouldBe("notRun", "its Dockerfile does everything");
        await NothingIsLeftAsync();
    }

    [Fact]
    public async Task Builds_production_again_from_the_store_and_the_repository_alone()
    {
        var result = await clone.Build("DisasterDrill").RunAsync(Cancellation);

        result.ExitCode.ShouldBe(0, result.Output + result.Error);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(clone.Root, "artifacts", "disaster", "drill.json"), Cancellation));
        var drill = json.RootElement;
        drill.GetProperty("restored").GetInt64().ShouldBeInRange(1, drill.GetProperty("committed").GetInt64());
        // What is lost came after the last time that WAL was stored; storing takes a moment itself, on a busy machine more.
        drill.GetProperty("lostSeconds").GetDouble().ShouldBeLessThan(5 * drill.GetProperty("flushSeconds").GetDouble());
        drill.GetProperty("steps").EnumerateArray().ShouldAllBe(step => step.GetProperty("outcome").GetString() == "passed");
        await NothingIsLeftAsync();
    }

    [Fact]
    public async Task Leaves_nothing_running_when_it_is_killed_in_the_middle()
    {
        await using var build = await StartAndReachAsync("Platform");

        await new Command("kill", "-9", build.Id.ToString()).OutputAsync(Cancellation);

        await NothingIsLeftAsync();
    }

    [Fact]
    public async Task Stops_everything_and_says_so_at_Ctrl_C()
    {
        await using var build = await StartAndReachAsync("Platform");

        await new Command("kill", "-INT", build.Id.ToString()).OutputAsync(Cancellation);

        (await build.WaitAsync(Cancellation)).ShouldBe(130);
        await NothingIsLeftAsync();
        (await File.ReadAllTextAsync(Path.Combine(clone.Root, "artifacts", "rehearsal", "rehearsal.json"), Cancellation)).ShouldContain("\"failed\"");
    }

    private async Task<RunningCommand> StartAndReachAsync(string step)
    {
        var build = RunningCommand.Start(clone.Build());
        var lines = new StreamReader(build.Output);
        var said = new List<string>();
        while (await lines.ReadLineAsync(Cancellation) is { } line)
        {
            said.Add(line);
            if (!line.Contains($"✓ {step}")) continue;
            // Read on, or the build would stop at a full pipe.
            _ = lines.ReadToEndAsync(Cancellation);
            return build;
        }
        throw new InvalidOperationException($"The build ended before {step}: {string.Join('\n', said)}\n{build.Errors}");
    }

    private async Task NothingIsLeftAsync()
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromSeconds(40); await Task.Delay(100, Cancellation))
            if (clone.Processes().Count == 0 && Directory.GetDirectories(clone.Temporary, "js*").Length == 0) return;
        clone.Processes().ShouldBeEmpty();
        Directory.GetDirectories(clone.Temporary, "js*").ShouldBeEmpty();
    }
}
