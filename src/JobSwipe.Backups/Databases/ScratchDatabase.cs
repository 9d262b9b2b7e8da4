using System.Security.Cryptography;
using JobSwipe.Tools.Postgres;
using Npgsql;

namespace JobSwipe.Backups.Databases;

/// <summary>A database beside the others into which a backup is restored; dropped when disposed, unless it was given a name of its own.</summary>
internal sealed class ScratchDatabase : IAsyncDisposable
{
    private readonly DatabaseUrl _server;
    private NpgsqlConnection _holder = null!;
    private bool _kept;

    private ScratchDatabase(DatabaseUrl server, string name)
    {
        _server = server;
        Url = server.WithDatabase(name);
    }

    /// <summary>Where it is.</summary>
    public DatabaseUrl Url { get; }

    /// <summary>The server's version.</summary>
    public string ServerVersion { get; private set; } = "";

    /// <summary>Creates an empty one that encodes and orders text as the backed up one did.</summary>
    public static async Task<ScratchDatabase> CreateAsync(DatabaseUrl server, string prefix, BackupManifest manifest, CancellationToken cancellation)
    {
        // Names end at 63 bytes, silently.
        var name = $"{ScratchLock.Cut(prefix)}_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
        var scratch = new ScratchDatabase(server.WithDatabase("postgres"), name);
        scratch._holder = await ScratchLock.TakeAsync(scratch._server, name, cancellation);
        scratch.ServerVersion = scratch._holder.PostgreSqlVersion.ToString();
        await ScratchLock.DropOrphansAsync(scratch._holder, prefix, cancellation);
        await using var create = new NpgsqlCommand($"create database {Quote(name)} {manifest.Locale.ToSql()}", scratch._holder);
        try
        {
            await create.ExecuteNonQueryAsync(cancellation);
        }
        catch (PostgresException exception)
        {
            await scratch._holder.DisposeAsync();
            throw new RestoreFailed(manifest.Id, $"{exception.MessageText} ({exception.SqlState})",
                "The user needs CREATEDB, and the server the database's locale (locale -a) and free space.", exception);
        }
        return scratch;
    }

    /// <summary>Gives it a name for good.</summary>
    /// <param name="name">The name.</param>
    /// <param name="oldName">The name for a database that has it now; null when there is none.</param>
    /// <param name="cancellation">Stops it before the change.</param>
    public async Task RenameAsync(string name, string? oldName, CancellationToken cancellation)
    {
        await using var connection = await _server.OpenAsync(cancellation);
        // Both names change in one transaction: at no moment is the database gone.
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (oldName is not null) await RenameOneAsync(connection, name, oldName, cancellation);
        await RenameOneAsync(connection, Url.Database, name, cancellation);
        await transaction.CommitAsync(cancellation);
        _kept = true;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await using var holder = _holder;
        if (_kept) return;
        try
        {
            await DropAsync(_server, Url.Database);
        }
        catch (Exception exception) when (exception is Tools.DeliveryError or NpgsqlException)
        {
            // The server is gone; the first error says so.
        }
    }

    /// <summary>Drops a database and ends its sessions.</summary>
    public static async Task DropAsync(DatabaseUrl server, string name)
    {
        await using var connection = await server.WithDatabase("postgres").OpenAsync();
        await using var drop = new NpgsqlCommand($"drop database if exists {Quote(name)} with (force)", connection);
        await drop.ExecuteNonQueryAsync();
    }

    // RENAME takes the lock that new sessions wait for, and then waits up to 5 s for the old ones: they are ended meanwhile.
    private async Task RenameOneAsync(NpgsqlConnection connection, string from, string to, CancellationToken cancellation)
    {
        await using var other = await _server.OpenAsync(cancellation);
        await using var rename = new NpgsqlCommand($"alter database {Quote(from)} rename to {Quote(to)}", connection);
        var renaming = rename.ExecuteNonQueryAsync(cancellation);
        while (!renaming.IsCompleted)
        {
            await using var end = new NpgsqlCommand("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()", other) { Parameters = { new() { Value = from } } };
            await end.ExecuteNonQueryAsync(cancellation);
            await Task.WhenAny(renaming, Task.Delay(100, cancellation));
        }
        await renaming;
    }

    internal static string Quote(string name) => $"\"{name.Replace("\"", "\"\"")}\"";
}
