using JobSwipe.Tools.Postgres;
using Npgsql;

namespace JobSwipe.Backups.Databases;

/// <summary>A transaction that sees the database at one moment and lends that sight to pg_dump, for as long as it is open.</summary>
internal sealed class Snapshot : IAsyncDisposable
{
    private readonly NpgsqlTransaction _transaction;

    private Snapshot(NpgsqlConnection connection, NpgsqlTransaction transaction, string name)
    {
        Connection = connection;
        _transaction = transaction;
        Name = name;
    }

    /// <summary>The session that holds it.</summary>
    public NpgsqlConnection Connection { get; }

    /// <summary>The name for <c>pg_dump --snapshot</c>.</summary>
    public string Name { get; }

    /// <summary>Takes a snapshot now.</summary>
    public static async Task<Snapshot> TakeAsync(DatabaseUrl url, CancellationToken cancellation)
    {
        var connection = await url.OpenAsync(cancellation, builder =>
        {
            builder.KeepAlive = 30;
            builder.WithPlainTypes();
        });
        try
        {
            await TableFacts.PrepareAsync(connection, cancellation);
            var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
            await using var export = new NpgsqlCommand("select pg_export_snapshot()", connection);
            return new Snapshot(connection, transaction, (string)(await export.ExecuteScalarAsync(cancellation))!);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await Connection.DisposeAsync();
    }
}
