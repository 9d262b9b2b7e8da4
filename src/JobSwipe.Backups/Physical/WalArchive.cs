using System.Text;
using JobSwipe.Backups.Streams;
using JobSwipe.Storage;
using JobSwipe.Tools;
using JobSwipe.Tools.Postgres;
using Npgsql;
using Npgsql.Replication;
using NpgsqlTypes;

namespace JobSwipe.Backups.Physical;

/// <summary>
/// Streams a cluster's WAL into the store by the replication protocol (documentation, 55.4), from a slot of its own: the server forgets nothing that is
/// not in the store, and after a kill it goes on at the very byte.
/// </summary>
public sealed class WalArchive
{
    private readonly WalServer _server;
    private readonly IObjectStore _store;
    private readonly WalArchiveOptions _options;
    private readonly BackupTools _tools;
    private readonly Action<WalEvent> _tell;
    private readonly List<string> _gaps = [];
    private DateTimeOffset _coveredAt;
    private Task<bool> _next = Task.FromResult(false);

    private WalArchive(WalServer server, IObjectStore store, WalArchiveOptions options, BackupTools tools, Action<WalEvent> tell) =>
        (_server, _store, _options, _tools, _tell) = (server, store, options, tools, tell);

    /// <summary>Archives until it is stopped; what was received is stored before it returns.</summary>
    /// <exception cref="RecipientMissing">No recipient, or a malformed one.</exception>
    /// <exception cref="ReplicationRefused">The user may not replicate, the slot is in use, or the server does not replicate.</exception>
    /// <exception cref="StoreUnreachable">As every error of the store; the server keeps what is not stored.</exception>
    /// <exception cref="DatabaseUnreachable">As every error of <see cref="DatabaseConnection.OpenAsync"/>.</exception>
    public static async Task RunAsync(DatabaseUrl url, IObjectStore store, WalArchiveOptions options, Action<WalEvent>? tell = null, CancellationToken cancellation = default)
    {
        var tools = BackupTools.Find();
        await AgeKey.CheckRecipientsAsync(options.Recipients, cancellation);
        await store.CheckWritableAsync(cancellation);
        await using var server = await WalServer.OpenAsync(url, cancellation);
        try
        {
            await new WalArchive(server, store, options, tools, tell ?? (_ => { })).RunAsync(cancellation);
        }
        catch (PostgresException exception)
        {
            throw new ReplicationRefused(url, exception.MessageText, exception);
        }
        catch (NpgsqlException exception)
        {
            throw new DatabaseUnreachable(url, (exception.InnerException ?? exception).Message, exception);
        }
    }

    private async Task RunAsync(CancellationToken cancellation)
    {
        var look = await _server.LookAsync(_options.Slot, cancellation);
        if (look.Status is null) await _server.Replication.CreateReplicationSlot(_options.Slot, reserveWal: true, cancellationToken: cancellation);
        look = await _server.LookAsync(_options.Slot, cancellation);
        var start = await StartAsync(look.Restart ?? look.Flushed, cancellation);
        var sealer = new WalSealer(_store, _tools, _options, _server.System, _server.Timeline, start);
        _coveredAt = look.Now;
        _tell(new WalEvent(WalEventKind.Started, $"from {Lsn.Write(start)}, timeline {_server.Timeline}"));
        // Stopping must not cut a message in two, so the stream has its own end.
        using var end = new CancellationTokenSource();
        var messages = _server.Replication.StartReplication(new PhysicalReplicationSlot(_options.Slot), new NpgsqlLogSequenceNumber(start), end.Token, _server.Timeline).GetAsyncEnumerator(end.Token);
        _next = messages.MoveNextAsync().AsTask();
        try
        {
            await PumpAsync(messages, sealer, cancellation);
        }
        finally
        {
            await end.CancelAsync();
            // The session may be closed only when nobody reads from it any more.
            await _next.ContinueWith(_ => { }, TaskScheduler.Default);
            await messages.DisposeAsync();
        }
    }

    private async Task PumpAsync(IAsyncEnumerator<XLogDataMessage> messages, WalSealer sealer, CancellationToken cancellation)
    {
        var last = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var left = _options.Flush - TimeProvider.System.GetElapsedTime(last);
            using var pause = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            if (left > TimeSpan.Zero && !cancellation.IsCancellationRequested) await Task.WhenAny(_next, Task.Delay(left, pause.Token));
            await pause.CancelAsync();
            if (_next.IsCompleted)
            {
                // The server ends the stream when another timeline begins; the next run follows it.
                if (!await _next) break;
                await TakeAsync(messages.Current, sealer);
                _next = messages.MoveNextAsync().AsTask();
            }
            if (cancellation.IsCancellationRequested) break;
            if (TimeProvider.System.GetElapsedTime(last) < _options.Flush) continue;
            await FlushAsync(sealer);
            last = TimeProvider.System.GetTimestamp();
        }
        await FlushAsync(sealer);
        _tell(new WalEvent(WalEventKind.Stopped, $"at {Lsn.Write(sealer.Stored)}"));
        cancellation.ThrowIfCancellationRequested();
    }

    private async Task TakeAsync(XLogDataMessage message, WalSealer sealer)
    {
        if ((ulong)message.WalStart != sealer.Position)
            throw new DeliveryError($"The server sent WAL from {message.WalStart} where {Lsn.Write(sealer.Position)} comes next.", "Start WalArchive again.");
        while (await sealer.CollectAsync(message.Data, CancellationToken.None) > 0)
        {
            if ((ulong)message.WalEnd <= sealer.Position) _coveredAt = Later(_coveredAt, new DateTimeOffset(message.ServerClock.ToUniversalTime(), TimeSpan.Zero));
            if (sealer.IsFull) await StoreAsync(sealer);
        }
    }

    private async Task FlushAsync(WalSealer sealer)
    {
        if (!sealer.IsEmpty) await StoreAsync(sealer);
        var look = await _server.LookAsync(_options.Slot, CancellationToken.None);
        // While nothing is written on the server, time passes all the same.
        if (look.Flushed <= sealer.Stored) _coveredAt = Later(_coveredAt, look.Now);
        var kept = look.Restart is { } restart && look.Flushed > restart ? (long)(look.Flushed - restart) : 0;
        List<string> alarms = [.. _gaps];
        if (kept > _options.MostSlotBytes) alarms.Add($"the server keeps {kept / 1e6:0} MB of WAL for the slot {_options.Slot}, more than {_options.MostSlotBytes / 1e6:0}: its disk may become full");
        if (look.Status is "unreserved" or "lost" or null) alarms.Add($"the slot {_options.Slot} is {look.Status ?? "gone"}: WAL may be missing; make a base backup");
        foreach (var alarm in alarms.Except(_gaps)) _tell(new WalEvent(WalEventKind.Alarm, alarm));
        var state = new WalState(_server.Timeline, Lsn.Write(sealer.Stored), _coveredAt, kept, alarms);
        await _store.PutTextAsync(WalState.Key(_server.System), Json.Write(state), WriteCondition.None, CancellationToken.None);
        _tell(new WalEvent(WalEventKind.Flushed, $"{state.Position}, covers {state.CoveredAt.UtcDateTime:HH:mm:ss} UTC"));
    }

    private async Task StoreAsync(WalSealer sealer)
    {
        var piece = await sealer.StoreAsync(_coveredAt, CancellationToken.None);
        // Only now may the server forget it.
        _server.Replication.SetReplicationStatus(new NpgsqlLogSequenceNumber(sealer.Stored));
        await _server.Replication.SendStatusUpdate(CancellationToken.None);
        _tell(new WalEvent(WalEventKind.Stored, $"{piece.Segment} {piece.From}-{piece.To}"));
    }

    /// <summary>Where to go on: at the end of what is in the store, or as near to it as the server still has.</summary>
    private async Task<ulong> StartAsync(ulong restart, CancellationToken cancellation)
    {
        var oldest = WalPiece.SegmentStart(restart);
        var pieces = await WalCatalog.PiecesAsync(_store, _server.System, cancellation);
        var own = pieces.Where(piece => piece.Timeline == _server.Timeline).ToArray();
        if (own.Length == 0 && pieces.Count > 0) oldest = await FollowAsync(oldest, cancellation);
        var end = own.Length == 0 ? oldest : own.Max(piece => piece.End);
        if (end >= oldest) return end;
        var gap = $"WAL from {Lsn.Write(end)} to {Lsn.Write(oldest)} is gone from the server and not in the store; no moment in it can be restored. Make a base backup now";
        _gaps.Add(gap);
        _tell(new WalEvent(WalEventKind.Alarm, gap));
        return oldest;
    }

    /// <summary>Keeps the history of a new timeline, which a recovery needs to go over to it.</summary>
    /// <returns>The beginning of the segment in which it began, when the server still has it.</returns>
    private async Task<ulong> FollowAsync(ulong oldest, CancellationToken cancellation)
    {
        var history = await _server.Replication.TimelineHistory(_server.Timeline, cancellation);
        var text = Encoding.UTF8.GetString(history.Content);
        await _store.PutTextAsync(Timelines.Key(_server.System, _server.Timeline), text, WriteCondition.None, cancellation);
        var began = WalPiece.SegmentStart(Timelines.Parse(text, _server.Timeline)[^2].End);
        return Math.Max(oldest, began);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
