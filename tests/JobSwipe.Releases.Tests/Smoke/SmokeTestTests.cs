using System.Net;
using System.Net.Sockets;
using JobSwipe.Releases.Smoke;
using JobSwipe.Tools.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace JobSwipe.Releases.Tests.Smoke;

public sealed class SmokeTestTests : IDisposable
{
    private static readonly HttpCheck Health = new()
    {
        Name = "health",
        Path = "/health",
        Json = new Dictionary<string, string> { ["status"] = "ok", ["version"] = "${version}" },
        Capture = new Dictionary<string, string> { ["item"] = "items.0.id" },
    };

    private readonly TemporaryFolder _folder = TemporaryFolder.Create();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Passes_what_is_as_declared_and_hands_captured_values_on()
    {
        await using var site = await SampleSite.StartAsync();
        var item = new HttpCheck
        {
            Name = "item",
            Path = "/items/${item}",
            Headers = new Dictionary<string, string> { ["X-Token"] = "t-${item}" },
            Json = new Dictionary<string, string> { ["id"] = "first", ["token"] = "t-first" },
            ExpectHeaders = new Dictionary<string, string> { ["Content-Type"] = "json" },
        };

        var report = await RunAsync(site.Url, new SmokePlan([Health, item], []));

        report.Failures.ShouldBeEmpty();
        report.Checks.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Fails_when_another_version_answers()
    {
        await using var site = await SampleSite.StartAsync();

        var report = await RunAsync(site.Url, new SmokePlan([Health], []), version: "1.2.4");

        report.Failures.ShouldBe(["health: version is '1.2.3', expected '1.2.4'"]);
    }

    [Fact]
    public async Task Fails_on_another_status_a_missing_header_and_a_missing_value()
    {
        await using var site = await SampleSite.StartAsync();
        var plan = new SmokePlan(
        [
            new HttpCheck { Name = "status", Path = "/nothing-here" },
            new HttpCheck { Name = "header", Path = "/health", ExpectHeaders = new Dictionary<string, string> { ["X-Frame-Options"] = "DENY" } },
            new HttpCheck { Name = "value", Path = "/health", Json = new Dictionary<string, string> { ["items.7.id"] = "*" } },
        ], []);

        var failures = (await RunAsync(site.Url, plan)).Failures.ToArray();

        failures[0].ShouldContain("answered 404, expected 200");
        failures[1].ShouldBe("header: the header X-Frame-Options is missing");
        failures[2].ShouldBe("value: items.7.id is 'missing', expected '*'");
    }

    [Fact]
    public async Task Retries_only_a_refused_connection()
    {
        var calls = 0;
        await using var site = await SampleSite.StartAsync(app => app.Use((context, next) =>
        {
            if (context.Request.Path != "/health") return next(context);
            calls++;
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        }));

        var report = await RunAsync(site.Url, new SmokePlan([Health], []));

        report.Passed.ShouldBeFalse();
        calls.ShouldBe(1);
    }

    [Fact]
    public async Task Says_that_nobody_answers()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = new Uri($"http://{listener.LocalEndpoint}");
        listener.Stop();

        var report = await SmokeTest.RunAsync(new SmokePlan([Health], []), url, "1", _folder.Path, TimeSpan.Zero, cancellation: TestContext.Current.CancellationToken);

        report.Failures.ShouldHaveSingleItem().ShouldContain("refused", Case.Insensitive);
    }

    [Fact]
    public async Task Walks_a_page_in_a_browser_and_keeps_a_picture()
    {
        await using var site = await SampleSite.StartAsync();
        var journey = new Journey("add three", "phone", [new() { Open = "/page" }, new() { Click = "#more", Times = 3 }, new() { Expect = "#list li", Count = 3, Text = "item" }]);

        var report = await RunAsync(site.Url, new SmokePlan([], [journey]));

        report.Failures.ShouldBeEmpty();
        File.Exists(report.Screenshots.ShouldHaveSingleItem()).ShouldBeTrue();
        File.Exists(Path.Combine(_folder.Path, "add-three.trace.zip")).ShouldBeTrue();
        File.ReadAllText(Path.Combine(_folder.Path, "add-three.har")).ShouldContain($"{site.Url}page");
        report.Checks.Select(check => check.Name).ShouldBe(["add three", "add three: accessible"]);
    }

    [Fact]
    public async Task Fails_a_page_that_keeps_people_out()
    {
        await using var site = await SampleSite.StartAsync(app => app.MapGet("/dark", () => Results.Content(
            "<!doctype html><html lang=en><title>Dark</title><link rel=icon href='data:,'><main><h1>Jobs</h1><button></button><p style='color:#888;background:#999'>unreadable</p></main>", "text/html")));
        var journey = new Journey("dark", "desktop", [new() { Open = "/dark" }]);

        var report = await RunAsync(site.Url, new SmokePlan([], [journey]));

        var failure = report.Failures.ShouldHaveSingleItem();
        failure.ShouldContain("dark: accessible: ");
        failure.ShouldContain("button-name");
        failure.ShouldContain("color-contrast");
        File.ReadAllText(Path.Combine(_folder.Path, "dark.axe.json")).ShouldContain("https://dequeuniversity.com/rules/axe/");
    }

    [Fact]
    public async Task Holds_an_address_that_says_its_version_itself_to_that()
    {
        await using var site = await SampleSite.StartAsync(app => app.MapGet("/other", () => Results.Json(new { version = "1.2.4" })));
        var other = new HttpCheck { Name = "other", Path = "/other", Json = new Dictionary<string, string> { ["version"] = "${version}" } };

        var report = await RunAsync(site.Url, new SmokePlan([Health, other], []), version: null);

        report.Failures.ShouldBe(["other: version is '1.2.4', expected '1.2.3'"]);
    }

    [Fact]
    public async Task Fails_a_page_that_writes_an_error_to_the_console()
    {
        await using var site = await SampleSite.StartAsync();
        var journey = new Journey("broken", "desktop", [new() { Open = "/broken" }, new() { Expect = "#more" }]);

        var report = await RunAsync(site.Url, new SmokePlan([], [journey]));

        report.Failures.ShouldHaveSingleItem().ShouldContain("out of cards");
    }

    private Task<SmokeReport> RunAsync(Uri url, SmokePlan plan, string? version = "1.2.3") =>
        SmokeTest.RunAsync(plan, url, version, _folder.Path, TimeSpan.FromSeconds(5), cancellation: TestContext.Current.CancellationToken);
}
