using JobSwipe.Tools.Postgres;
using Npgsql;

namespace JobSwipe.Migrations.Schemas;

/// <summary>An empty database that is dropped when disposed.</summary>
internal sealed class ScratchDatabase : IAsyncDisposable
{
    private readonly DatabaseUrl _server;

    private ScratchDatabase(DatabaseUrl server, DatabaseUrl url) => (_server, Url) = (server, url);

    public DatabaseUrl Url { get; }

    /// <summary>Makes one on a server; the role needs CREATEDB.</summary>
    public static async Task<ScratchDatabase> CreateAsync(DatabaseUrl server, string purpose, CancellationToken cancellation)
    {
        var name = $"scratch_{purpose}_{Guid.NewGuid().ToString("N")[..8]}";
        await ExecuteAsync(server, $"create database {name} template template0", cancellation);
        return new ScratchDatabase(server, server.WithDatabase(name));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await ExecuteAsync(_server, $"drop database if exists {Url.Database} with (force)", CancellationToken.None);

    private static async Task ExecuteAsync(DatabaseUrl url, string sql, CancellationToken cancellation)
    {
        await using var connection = await url.OpenAsync(cancellation, builder => builder.WithPlainTypes());
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
