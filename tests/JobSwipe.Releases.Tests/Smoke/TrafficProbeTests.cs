using JobSwipe.Releases.Smoke;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace JobSwipe.Releases.Tests.Smoke;

public sealed class TrafficProbeTests
{
    [Fact]
    public async Task Counts_every_request_that_failed()
    {
        var seen = 0;
        var enough = new TaskCompletionSource();
        await using var site = await SampleSite.StartAsync(app => app.MapGet("/probe", () =>
        {
            var number = Interlocked.Increment(ref seen);
            if (number == 30) enough.TrySetResult();
            return number == 10 ? Results.StatusCode(503) : Results.Ok();
        }));
        await using var probe = TrafficProbe.Start(site.Url, "/probe", perSecond: 200);

        await enough.Task.WaitAsync(TestContext.Current.CancellationToken);
        var report = await probe.StopAsync();

        report.Requests.ShouldBeGreaterThanOrEqualTo(30);
        report.Failed.ShouldBe(1);
        report.FirstFailure.ShouldBe("/probe answered 503");
    }
}
