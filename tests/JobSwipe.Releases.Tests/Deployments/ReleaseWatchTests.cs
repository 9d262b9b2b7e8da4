using System.Diagnostics;
using JobSwipe.Releases.Deployments;
using JobSwipe.Releases.Smoke;
using JobSwipe.Releases.Tests.Smoke;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace JobSwipe.Releases.Tests.Deployments;

public sealed class ReleaseWatchTests
{
    private static readonly ProbeSample[] Quick = [.. Enumerable.Repeat(new ProbeSample(1, false), 100)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ends_as_soon_as_the_slo_cannot_be_kept()
    {
        await using var site = await SampleSite.StartAsync(app => app.MapGet("/probe", () => Results.StatusCode(503)));
        var clock = Stopwatch.StartNew();

        var error = await Should.ThrowAsync<SloMissed>(() => WatchAsync(site, TimeSpan.FromSeconds(60), []));

        error.Message.ShouldContain("answered 503");
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Refuses_what_is_slower_than_promised()
    {
        await using var site = await SampleSite.StartAsync(app => app.MapGet("/probe", () => Task.Delay(300)));

        (await Should.ThrowAsync<SloMissed>(() => WatchAsync(site, TimeSpan.FromSeconds(1), [], new Slo { P99Milliseconds = 200 }))).Message.ShouldContain("at most 200 ms is promised");
    }

    [Fact]
    public async Task Refuses_what_is_much_slower_than_the_release_before_also_within_the_slo()
    {
        await using var site = await SampleSite.StartAsync(app => app.MapGet("/probe", () => Task.Delay(100)));

        (await Should.ThrowAsync<SloMissed>(() => WatchAsync(site, TimeSpan.FromSeconds(2), Quick, new Slo { P99Milliseconds = 60_000 }))).Message.ShouldContain("worse than the release before");
    }

    [Fact]
    public async Task Asks_Prometheus_for_the_release_s_own_errors()
    {
        var query = new TaskCompletionSource<string?>();
        await using var site = await SampleSite.StartAsync(app =>
        {
            app.MapGet("/probe", () => "ok");
            app.MapGet("/api/v1/query", (HttpRequest request) =>
            {
                query.TrySetResult(request.Query["query"]);
                return Results.Json(new { status = "success", data = new { resultType = "vector", result = new[] { new { metric = new { }, value = new object[] { 1, "0.2" } } } } });
            });
        });

        var error = await Should.ThrowAsync<SloMissed>(() => WatchAsync(site, TimeSpan.FromMilliseconds(300), [], new Slo { Query = "errors / requests", P99Milliseconds = 60_000 }, site.Url));

        error.Message.ShouldContain("Prometheus measures 20% errors");
        (await query.Task).ShouldBe("errors / requests");
    }

    [Fact]
    public async Task Says_that_Prometheus_did_not_answer_and_takes_nothing_back()
    {
        await using var site = await SampleSite.StartAsync(app => app.MapGet("/probe", () => "ok"));

        (await WatchAsync(site, TimeSpan.FromMilliseconds(300), [], new Slo { Query = "x", P99Milliseconds = 60_000 }, new Uri("http://127.0.0.1:1/"))).ShouldContain("not run: Prometheus");
    }

    private static Task<string> WatchAsync(SampleSite site, TimeSpan time, IReadOnlyList<ProbeSample> before, Slo? slo = null, Uri? prometheus = null) =>
        ReleaseWatch.RunAsync(site.Url, new SmokePlan([], []) { Probe = "/probe", Slo = slo ?? new Slo() }, time, before, prometheus, Cancellation);
}
