using JobSwipe.Tools.Postgres;
using Npgsql;

namespace JobSwipe.Migrations.Running;

/// <summary>
/// Finds out whether a session is one. A pooler in transaction mode gives each transaction any server connection that is free: a session
/// lock would be taken on one and released on another.
/// </summary>
internal static class PoolerProbe
{
    private const int Rounds = 3;

    /// <exception cref="PoolerRefused">There is a pooler in between that shares sessions.</exception>
    public static async Task CheckAsync(NpgsqlConnection connection, DatabaseUrl url, CancellationToken cancellation)
    {
        var own = await PidAsync(connection, cancellation);
        // The server says its process number when a session begins; a pooler says another one.
        if (own == connection.ProcessID) return;
        try
        {
            for (var round = 0; round < Rounds; round++)
            {
                await using var other = await url.OpenAsync(cancellation);
                await using var transaction = await other.BeginTransactionAsync(cancellation);
                // This one holds a server connection. Ours must neither be that one nor have been exchanged for another.
                if (await PidAsync(other, cancellation) == own || await PidAsync(connection, cancellation) != own) throw new PoolerRefused(url);
            }
        }
        catch (PostgresException refused)
        {
            // Statement mode refuses a transaction.
            throw new PoolerRefused(url, refused);
        }
    }

    private static async Task<int> PidAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select pg_backend_pid()", connection);
        return (int)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
