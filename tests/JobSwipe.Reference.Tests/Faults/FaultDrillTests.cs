using System.Diagnostics;
using System.Net;
using JobSwipe.Reference.Tests.Support;

namespace JobSwipe.Reference.Tests.Faults;

public class FaultDrillTests(PostgresServer server)
{
    [Fact]
    public async Task Error_500_answers_everything_with_500()
    {
        await using var service = await StartAsync("error-500");
        foreach (var path in (string[])["/health", "/", "/api/v1/jobs/feed", "/nowhere"]) (await StatusAsync(service, path)).ShouldBe(500);
    }

    [Fact]
    public async Task Error_500_for_a_path_leaves_the_others_alone()
    {
        await using var service = await StartAsync("error-500:/api");
        (await StatusAsync(service, "/health")).ShouldBe(200);
        (await StatusAsync(service, "/api/v1/jobs/feed")).ShouldBe(500);
    }

    [Fact]
    public async Task Error_500_for_a_share_hits_exactly_that_share_and_never_health_check_or_metrics()
    {
        await using var service = await StartAsync("error-500:5%");
        var statuses = new List<int>();
        for (var request = 0; request < 100; request++)
        {
            statuses.Add(await StatusAsync(service, "/"));
            (await StatusAsync(service, "/health")).ShouldBe(200);
            (await StatusAsync(service, "/metrics")).ShouldBe(200);
        }
        statuses.Count(status => status == 500).ShouldBe(5);
    }

    [Fact]
    public async Task Slow_holds_answers_back()
    {
        await using var service = await StartAsync("slow:300ms");
        var clock = Stopwatch.StartNew();
        (await StatusAsync(service, "/")).ShouldBe(200);
        clock.ElapsedMilliseconds.ShouldBeGreaterThanOrEqualTo(290);
    }

    [Fact]
    public async Task Hang_takes_requests_and_never_answers()
    {
        await using var service = await StartAsync("hang");
        using var timer = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        await Should.ThrowAsync<TaskCanceledException>(service.Client.GetAsync("/health", timer.Token));
    }

    [Fact]
    public async Task Leak_keeps_memory_with_every_request()
    {
        await using var service = await StartAsync("leak");
        (await StatusAsync(service, "/")).ShouldBe(200);
        var before = ResidentBytes(service);
        for (var request = 0; request < 60; request++) (await StatusAsync(service, "/")).ShouldBe(200);
        (ResidentBytes(service) - before).ShouldBeGreaterThan(40 * 1024 * 1024);
    }

    private async Task<RunningService> StartAsync(string fault) =>
        await RunningService.StartAsync(server.Url(await server.CreateDatabaseAsync()), ("JOBSWIPE_FAULT", fault));

    private static long ResidentBytes(RunningService service)
    {
        using var process = Process.GetProcessById(service.ProcessId);
        return process.WorkingSet64;
    }

    private static async Task<int> StatusAsync(RunningService service, string path)
    {
        using var answer = await service.Client.GetAsync(path, HttpCompletionOption.ResponseContentRead);
        return (int)answer.StatusCode;
    }
}
