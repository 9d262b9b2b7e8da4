using System.Collections.Concurrent;
using JobSwipe.Tools.Postgres;
using Npgsql;

namespace JobSwipe.TestDatabases;

/// <summary>A PostgreSQL server for the whole assembly, and a database of its own for every test.</summary>
public sealed class TestPostgres : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _templates = new();
    private int _count;

    public PostgresCluster Cluster { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Cluster = await PostgresCluster.StartAsync();

    public ValueTask DisposeAsync() => Cluster.DisposeAsync();

    /// <summary>An empty database.</summary>
    public async Task<DatabaseUrl> NewAsync(string template = "template0")
    {
        var name = $"test_{Interlocked.Increment(ref _count)}";
        await Cluster.Url.ExecuteAsync($"create database {name} template {template}");
        return Cluster.Url.WithDatabase(name);
    }

    /// <summary>A database in which a script has run; the script itself runs once in the assembly.</summary>
    public async Task<DatabaseUrl> NewFromAsync(string script)
    {
        var template = _templates.GetOrAdd(script, _ => new Lazy<Task<string>>(async () =>
        {
            var url = await NewAsync();
            await url.ExecuteAsync(script);
            return url.Database;
        }));
        return await NewAsync(await template.Value);
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
