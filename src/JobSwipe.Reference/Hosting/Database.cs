using System.Diagnostics;
using JobSwipe.Reference.Telemetry;
using Npgsql;

namespace JobSwipe.Reference.Hosting;

/// <summary>Runs queries, times them and counts what failed.</summary>
internal sealed class Database(NpgsqlDataSource source, AppMetrics metrics)
{
    /// <summary>Runs a query on a connection of its own.</summary>
    /// <param name="type">The query's name in the metrics.</param>
    /// <param name="query">What to do with the connection.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<T> QueryAsync<T>(string type, Func<NpgsqlConnection, Task<T>> query, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellation);
            return await query(connection);
        }
        catch (NpgsqlException exception)
        {
            metrics.DatabaseErrors.WithLabels(exception.SqlState ?? "unreachable").Inc();
            throw;
        }
        finally
        {
            metrics.QuerySeconds.WithLabels(type).Observe(Stopwatch.GetElapsedTime(started).TotalSeconds);
        }
    }
}
