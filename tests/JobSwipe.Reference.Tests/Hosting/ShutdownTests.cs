using System.Net;
using System.Text.Json;
using JobSwipe.Reference.Tests.Support;

namespace JobSwipe.Reference.Tests.Hosting;

public class ShutdownTests(PostgresServer server)
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_request_under_way_is_answered_and_the_exit_code_is_0(string signal)
    {
        await using var service = await RunningService.StartAsync(server.Url(await server.CreateDatabaseAsync()), ("JOBSWIPE_FAULT", "slow:700ms"));
        var request = service.Client.GetAsync("/health", TestContext.Current.CancellationToken);
        (await Wait.UntilAsync(() => ConnectionsAsync(service))).ShouldBeTrue();

        service.Signal(signal);

        using var answer = await request;
        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable);
        (await service.ExitCodeAsync()).ShouldBe(0, string.Join('\n', service.Output));
    }

    [Fact]
    public async Task Every_line_that_it_prints_is_JSON_and_none_holds_a_secret()
    {
        await using var service = await RunningService.StartAsync(server.Url(await server.CreateDatabaseAsync(empty: true)));
        // No tables: an error is logged with its stack.
        using var answer = await service.Client.PostAsync("/api/v1/auth/guest", null, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        service.Signal("TERM");
        await service.ExitCodeAsync();

        service.Output.Count.ShouldBeGreaterThan(2);
        foreach (var line in service.Output)
        {
            JsonDocument.Parse(line).RootElement.GetProperty("Message").GetString().ShouldNotBeNullOrEmpty();
            line.ShouldNotContain("secret@");
            line.ShouldNotContain("not-printed");
        }
    }

    [Theory]
    [InlineData("DATABASE_URL", "nonsense")]
    [InlineData("JOBSWIPE_FAULT", "explode")]
    [InlineData("JOBSWIPE_FAULT", "fail-on-start")]
    public async Task A_setting_that_cannot_be_used_ends_it_with_1_and_one_line(string name, string value)
    {
        await using var service = RunningService.Launch(("DATABASE_URL", "postgres://a:b@127.0.0.1/d"), ("SECRET_KEY", "0123456789abcdef"), ("PORT", "0"), (name, value));

        (await service.ExitCodeAsync()).ShouldBe(1);
        JsonDocument.Parse(service.Output.ShouldHaveSingleItem()).RootElement.GetProperty("Message").GetString()!.ShouldContain(name);
    }

    [Fact]
    public async Task A_port_that_is_taken_ends_it_with_1_and_names_the_address()
    {
        await using var first = await RunningService.StartAsync(server.Url("postgres"));
        await using var second = RunningService.Launch(("DATABASE_URL", server.Url("postgres")), ("SECRET_KEY", "0123456789abcdef"), ("PORT", $"{first.Client.BaseAddress!.Port}"));

        (await second.ExitCodeAsync()).ShouldBe(1);
        second.Output[^1].ShouldContain($"{first.Client.BaseAddress.Port}");
    }

    // The kernel's list of connections: the request has arrived when one is established to the service's port.
    private static async Task<bool> ConnectionsAsync(RunningService service) =>
        (await File.ReadAllLinesAsync("/proc/net/tcp")).Any(line => line.Contains($":{service.Client.BaseAddress!.Port:X4} ") && line.Contains(" 01 "));
}
