using System.Net.Sockets;
using Npgsql;

namespace JobSwipe.Tools.Postgres;

/// <summary>Opens connections, and says in a person's words why one cannot be opened.</summary>
public static class DatabaseConnection
{
    /// <summary>A session of one's own, outside any pool: settings and locks end with it.</summary>
    /// <exception cref="DatabaseUnreachable">The server does not answer, is starting, or takes no more connections.</exception>
    /// <exception cref="DatabaseLoginRefused">The password is wrong, or the role may not log in.</exception>
    /// <exception cref="DatabaseMissing">There is no such database.</exception>
    public static async Task<NpgsqlConnection> OpenAsync(
        this DatabaseUrl url, CancellationToken cancellation = default, Action<NpgsqlConnectionStringBuilder>? configure = null)
    {
        var connection = url.Create(configure);
        try
        {
            await connection.OpenAsync(cancellation);
            return connection;
        }
        catch (Exception exception)
        {
            await connection.DisposeAsync();
            throw Translate(url, exception) ?? exception;
        }
    }

    /// <summary>The same on the calling thread, which waits for at most 10 s.</summary>
    /// <exception cref="DatabaseUnreachable">As every error of <see cref="OpenAsync"/>.</exception>
    public static NpgsqlConnection Open(this DatabaseUrl url, Action<NpgsqlConnectionStringBuilder>? configure = null)
    {
        var connection = url.Create(configure);
        try
        {
            connection.Open();
            return connection;
        }
        catch (Exception exception)
        {
            connection.Dispose();
            throw Translate(url, exception) ?? exception;
        }
    }

    private static NpgsqlConnection Create(this DatabaseUrl url, Action<NpgsqlConnectionStringBuilder>? configure) => new(url.ToConnectionString(builder =>
    {
        builder.Pooling = false;
        // Server-side time-outs rule; the client's own would leave a statement running.
        builder.CommandTimeout = 0;
        // Asking Kerberos for a ticket takes a tenth of a login, and there is none for this machine itself.
        if (url.IsLocal) builder.GssEncryptionMode = GssEncryptionMode.Disable;
        configure?.Invoke(builder);
    }));

    private static DeliveryError? Translate(DatabaseUrl url, Exception exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } refused =>
            new DatabaseLoginRefused(url, refused.MessageText, exception),
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => new DatabaseMissing(url, exception),
        PostgresException other => new DatabaseUnreachable(url, $"{other.MessageText} ({other.SqlState})", exception),
        NpgsqlException { InnerException: null } when exception.Message.Contains("password", StringComparison.OrdinalIgnoreCase) =>
            new DatabaseLoginRefused(url, "it wants a password and none was given", exception),
        NpgsqlException { InnerException: TimeoutException } or TimeoutException => new DatabaseUnreachable(url, "it did not answer within 10 s", exception),
        NpgsqlException { InnerException: { } inner } => new DatabaseUnreachable(url, inner.Message, exception),
        NpgsqlException or SocketException or IOException => new DatabaseUnreachable(url, exception.Message, exception),
        _ => null,
    };
}
