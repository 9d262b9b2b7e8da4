using JobSwipe.Tools.Postgres;
using Npgsql;

namespace JobSwipe.TestDatabases;

/// <summary>A PostgreSQL server for the whole assembly, and a database of its own for every test.</summary>
public sealed class Databases : IAsyncLifetime
{
    private int _count;

    public PostgresCluster Cluster { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Cluster = await PostgresCluster.StartAsync();

    public ValueTask DisposeAsync() => Cluster.DisposeAsync();

    /// <summary>An empty database.</summary>
    public async Task<DatabaseUrl> NewAsync()
    {
        var name = $"test_{Interlocked.Increment(ref _count)}";
        await Cluster.Url.ExecuteAsync($"create database {name} template template0");
        return Cluster.Url.WithDatabase(name);
    }
}

/// <summary>SQL in one line.</summary>
public static class DatabaseSql
{
    public static async Task ExecuteAsync(this DatabaseUrl url, string sql)
    {
        await using var connection = await url.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public static async Task<T> QueryAsync<T>(this DatabaseUrl url, string sql)
    {
        await using var connection = await url.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        var value = await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        return value is null or DBNull ? default! : (T)value;
    }
}
