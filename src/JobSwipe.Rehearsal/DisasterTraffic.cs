using JobSwipe.Backups;
using JobSwipe.Backups.Physical;
using JobSwipe.Storage;
using JobSwipe.Tools;
using JobSwipe.Tools.Postgres;
using Npgsql;

namespace JobSwipe.Rehearsal;

/// <summary>Commits one row after the other into a database whose WAL is archived, until the server is gone, and finds out later which of them are left.</summary>
internal sealed class DisasterTraffic : IAsyncDisposable
{
    // Bounded: what a drill writes must be small beside what it restores.
    private const int MostRows = 20_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly CancellationTokenSource _stop = new();
    private readonly List<DateTimeOffset> _committed = [];
    private readonly DatabaseUrl _database;
    private readonly Task _archiving;
    private readonly Task _writing;

    private DisasterTraffic(DatabaseUrl database, DatabaseUrl cluster, IObjectStore store, WalArchiveOptions options)
    {
        _database = database;
        _archiving = WalArchive.RunAsync(cluster, store, options, cancellation: _stop.Token);
        _writing = WriteAsync();
    }

    /// <summary>How many rows the server has acknowledged.</summary>
    public int Committed => _committed.Count;

    /// <summary>Begins to archive and to write.</summary>
    public static async Task<DisasterTraffic> StartAsync(DatabaseUrl database, DatabaseUrl cluster, IObjectStore store, WalArchiveOptions options, CancellationToken cancellation)
    {
        await using (var connection = await database.OpenAsync(cancellation))
        {
            await using var create = new NpgsqlCommand("create schema disaster_drill; create table disaster_drill.marks (id int primary key)", connection);
            await create.ExecuteNonQueryAsync(cancellation);
        }
        return new DisasterTraffic(database, cluster, store, options);
    }

    /// <summary>Lets it run; ends early with the error when the archive or the writer ends.</summary>
    public async Task RunForAsync(TimeSpan time, CancellationToken cancellation)
    {
        var first = await Task.WhenAny(_archiving, _writing, Task.Delay(time, cancellation));
        await first;
        if (first == _writing) throw new DeliveryError("The server was gone before it was to be lost.", "Look at its log.");
    }

    /// <summary>Ends both; the server is gone already, so that both may have ended with an error.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await Task.WhenAll(_archiving, _writing);
        }
        catch (Exception exception) when (exception is DeliveryError or OperationCanceledException or NpgsqlException)
        {
            // Lost with the server.
        }
    }

    /// <summary>Compares what is there with what was acknowledged.</summary>
    /// <exception cref="DeliveryError">A row is missing before one that is there.</exception>
    public async Task<DisasterLoss> CompareAsync(DatabaseUrl restored, CancellationToken cancellation)
    {
        await using var connection = await restored.OpenAsync(cancellation);
        await using var count = new NpgsqlCommand("select count(*)::int, coalesce(max(id), 0) from disaster_drill.marks", connection);
        await using var reader = await count.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var (rows, last) = (reader.GetInt32(0), reader.GetInt32(1));
        if (rows != last) throw new DeliveryError($"{last - rows} rows are missing before the last one restored.", "The WAL in the store has a gap: run BackupStatus.");
        // One more than was acknowledged may be there: committed, and the answer lost.
        var kept = Math.Min(last, _committed.Count);
        var lost = kept == _committed.Count ? TimeSpan.Zero : _committed[^1] - (kept == 0 ? _committed[0] : _committed[kept - 1]);
        return new DisasterLoss(_committed.Count, kept, lost.TotalSeconds);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private async Task WriteAsync()
    {
        try
        {
            await using var connection = await _database.OpenAsync(_stop.Token);
            await using var insert = new NpgsqlCommand("insert into disaster_drill.marks values ($1)", connection) { Parameters = { new NpgsqlParameter<int>() } };
            while (_committed.Count < MostRows)
            {
                ((NpgsqlParameter<int>)insert.Parameters[0]).TypedValue = _committed.Count + 1;
                await insert.ExecuteNonQueryAsync(_stop.Token);
                _committed.Add(DateTimeOffset.UtcNow);
                await Task.Delay(Pause, _stop.Token);
            }
        }
        catch (Exception exception) when (exception is NpgsqlException or OperationCanceledException)
        {
            // The server is gone: what was acknowledged until now is what counts.
        }
    }
}

/// <summary>What a loss cost.</summary>
/// <param name="Committed">Rows acknowledged.</param>
/// <param name="Restored">How many of them are there.</param>
/// <param name="Seconds">From the last one that is there to the last one acknowledged.</param>
internal sealed record DisasterLoss(long Committed, long Restored, double Seconds);
