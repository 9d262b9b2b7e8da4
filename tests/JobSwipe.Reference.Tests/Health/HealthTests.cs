using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using JobSwipe.Reference.Tests.Support;

namespace JobSwipe.Reference.Tests.Health;

public class HealthTests(PostgresServer server)
{
    [Fact]
    public async Task Tells_the_release()
    {
        await using var service = await RunningService.StartAsync(server.Url(await server.CreateDatabaseAsync()));
        var health = await service.Client.GetFromJsonAsync<JsonElement>("/health", TestContext.Current.CancellationToken);
        health.GetProperty("status").GetString().ShouldBe("healthy");
        health.GetProperty("version").GetString().ShouldBe("1.2.3");
        health.GetProperty("commit").GetString().ShouldBe("abc");
    }

    [Fact]
    public async Task Works_over_a_Unix_socket()
    {
        var database = await server.CreateDatabaseAsync();
        await using var service = await RunningService.StartAsync($"postgresql+psycopg://tests:secret@localhost:{server.Port}/{database}?host={Uri.EscapeDataString(server.SocketFolder)}");
        (await StatusAsync(service, "/ready")).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("postgresql://tests:wrong@127.0.0.1:{0}/postgres", "28P01")]
    [InlineData("postgresql://tests:secret@127.0.0.1:{0}/nowhere", "3D000")]
    [InlineData("postgresql://tests:secret@127.0.0.1:1/postgres", "does not answer")]
    public async Task A_database_that_cannot_be_used_is_unhealthy_and_the_reason_is_told(string url, string reason)
    {
        await using var service = await RunningService.StartAsync(string.Format(url, server.Port));
        foreach (var path in (string[])["/health", "/ready"])
        {
            using var answer = await service.Client.GetAsync(path, TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            var health = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
            health.GetProperty("status").GetString().ShouldBe("unhealthy");
            health.GetProperty("problem").GetString()!.ShouldContain(reason);
        }
    }

    [Fact]
    public async Task A_database_without_tables_is_healthy_but_not_ready()
    {
        await using var service = await RunningService.StartAsync(server.Url(await server.CreateDatabaseAsync(empty: true)));
        (await StatusAsync(service, "/health")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(service, "/ready")).ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task A_request_that_needs_a_database_that_does_not_answer_gets_503()
    {
        await using var service = await RunningService.StartAsync("postgresql://tests:secret@127.0.0.1:1/postgres");
        using var answer = await service.Client.PostAsync("/api/v1/auth/guest", null, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    private static async Task<HttpStatusCode> StatusAsync(RunningService service, string path)
    {
        using var answer = await service.Client.GetAsync(path);
        return answer.StatusCode;
    }
}
