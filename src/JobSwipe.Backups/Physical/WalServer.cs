using JobSwipe.Tools.Postgres;
using Npgsql;
using Npgsql.Replication;
using NpgsqlTypes;

namespace JobSwipe.Backups.Physical;

/// <summary>The server whose WAL is archived: a replication session, and an ordinary one to ask it questions.</summary>
internal sealed class WalServer : IAsyncDisposable
{
    private readonly NpgsqlConnection _questions;

    private WalServer(NpgsqlConnection questions, PhysicalReplicationConnection replication, ReplicationSystemIdentification who) =>
        (_questions, Replication, System, Timeline) = (questions, replication, who.SystemId, who.Timeline);

    public PhysicalReplicationConnection Replication { get; }

    public string System { get; }

    public uint Timeline { get; }

    public Version Version => _questions.PostgreSqlVersion;

    /// <exception cref="ReplicationRefused">The user may not replicate, or the server does not.</exception>
    public static async Task<WalServer> OpenAsync(DatabaseUrl url, CancellationToken cancellation)
    {
        var questions = await url.OpenAsync(cancellation, builder => builder.KeepAlive = 30);
        PhysicalReplicationConnection? replication = null;
        try
        {
            var level = await AskAsync<string>(questions, "select current_setting('wal_level')", cancellation);
            if (level == "minimal") throw new ReplicationRefused(url, "its wal_level is minimal");
            var size = await AskAsync<long>(questions, "select setting::int8 from pg_settings where name = 'wal_segment_size'", cancellation);
            if (size != WalPiece.SegmentSize) throw new ReplicationRefused(url, $"its WAL segments have {size} bytes, and only 16 MB is handled");
            replication = new PhysicalReplicationConnection(url.ToConnectionString(builder => builder.Pooling = false));
            await replication.Open(cancellation);
            return new WalServer(questions, replication, await replication.IdentifySystem(cancellation));
        }
        catch (Exception exception)
        {
            if (replication is not null) await replication.DisposeAsync();
            await questions.DisposeAsync();
            throw exception is PostgresException refused ? new ReplicationRefused(url, refused.MessageText, refused) : exception;
        }
    }

    /// <summary>What the server's clock says, how far its WAL is flushed, and what it keeps for a slot.</summary>
    public async Task<(DateTimeOffset Now, ulong Flushed, ulong? Restart, string? Status)> LookAsync(string slot, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("""
            select clock_timestamp(), pg_current_wal_flush_lsn(), restart_lsn, wal_status
            from (select 1) one left join pg_replication_slots on slot_name = $1
            """, _questions) { Parameters = { new() { Value = slot } } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return (new DateTimeOffset(reader.GetDateTime(0)), (ulong)reader.GetFieldValue<NpgsqlLogSequenceNumber>(1),
            reader.IsDBNull(2) ? null : (ulong)reader.GetFieldValue<NpgsqlLogSequenceNumber>(2), reader.IsDBNull(3) ? null : reader.GetString(3));
    }

    public async ValueTask DisposeAsync()
    {
        await Replication.DisposeAsync();
        await _questions.DisposeAsync();
    }

    private static async Task<T> AskAsync<T>(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
