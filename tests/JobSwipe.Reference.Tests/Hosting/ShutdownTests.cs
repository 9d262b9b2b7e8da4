using System.Net;
using System.Text.Json;
using JobSwipe.Reference.Tests.Support;
using Npgsql;

namespace JobSwipe.Reference.Tests.Hosting;

public class ShutdownTests(PostgresServer server)
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_request_under_way_is_answered_and_the_exit_code_is_0(string signal)
    {
        var database = await server.CreateDatabaseAsync();
        await using var service = await RunningService.StartAsync(server.Url(database));
        // The request waits for a lock, which the database can be asked about: it is under way for certain.
        await using var other = new NpgsqlConnection(server.ConnectionString(database));
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await other.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await new NpgsqlCommand("lock table users", other).ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var request = service.Client.PostAsync("/api/v1/auth/guest", null, TestContext.Current.CancellationToken);
        (await Wait.UntilAsync(() => IsWaitingAsync(other))).ShouldBeTrue();

        service.Signal(signal);
        (await Wait.UntilAsync(() => service.Output.Any(line => line.Contains("Stopping")))).ShouldBeTrue();
        await transaction.RollbackAsync(TestContext.Current.CancellationToken);

        using var answer = await request;
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
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

    // pg_locks is always fresh; pg_stat_activity stays as it was while a transaction lasts.
    private static async Task<bool> IsWaitingAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("select exists (select 1 from pg_locks where not granted and relation = 'users'::regclass)", connection);
        return (bool)(await command.ExecuteScalarAsync())!;
    }
}
