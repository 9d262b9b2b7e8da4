using JobSwipe.Reference.Hosting;
using Npgsql;

namespace JobSwipe.Reference.Health;

/// <summary>Asks the database how it is. One question at a time, and an answer holds for a second: many probes are one query.</summary>
internal sealed class DatabaseCheck(Database database) : IDisposable
{
    // Less than the 5 s of the health check in fly.toml: a reason is a better answer than none.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _one = new(1);
    private long _askedAt = -1_000_000;
    private string? _problem;

    /// <summary>Whether the database answers.</summary>
    /// <returns>Null, or what is wrong.</returns>
    public async Task<string?> AnswersAsync()
    {
        await _one.WaitAsync();
        try
        {
            if (Environment.TickCount64 - _askedAt < Holds.TotalMilliseconds) return _problem;
            using var timer = new CancellationTokenSource(Patience);
            _problem = await AskAsync("select 1", timer.Token);
            _askedAt = Environment.TickCount64;
            return _problem;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Whether the tables that the service reads and writes are there.</summary>
    /// <returns>Null, or what is wrong.</returns>
    public Task<string?> IsReadyAsync(CancellationToken cancellation) =>
        AskAsync("select (select 1 from jobs limit 1), (select 1 from users limit 1), (select 1 from user_job_interactions limit 1)", cancellation);

    public void Dispose() => _one.Dispose();

    private async Task<string?> AskAsync(string sql, CancellationToken cancellation)
    {
        try
        {
            return await database.QueryAsync<string?>("health", async connection =>
            {
                await using var command = new NpgsqlCommand(sql, connection);
                await command.ExecuteScalarAsync(cancellation);
                return null;
            }, cancellation);
        }
        catch (PostgresException exception)
        {
            return $"the database answers {exception.SqlState}: {exception.MessageText}";
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException or OperationCanceledException)
        {
            return "the database does not answer";
        }
    }
}
