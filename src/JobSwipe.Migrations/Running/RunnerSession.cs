using JobSwipe.Tools.Postgres;
using Npgsql;

namespace JobSwipe.Migrations.Running;

/// <summary>A connection to work on and what its journal says.</summary>
internal sealed class RunnerSession : IAsyncDisposable
{
    private RunnerLock? _lock;

    private RunnerSession(DatabaseUrl url, NpgsqlConnection connection, MigrationOptions options, IReadOnlyList<MigrationScript> scripts)
    {
        Url = url;
        Connection = connection;
        Options = options;
        Scripts = scripts;
        Journal = new Journal(connection);
    }

    public DatabaseUrl Url { get; }

    public NpgsqlConnection Connection { get; }

    public MigrationOptions Options { get; }

    public IReadOnlyList<MigrationScript> Scripts { get; }

    /// <summary>Whether <see cref="ReadAsync"/> found a journal of ours.</summary>
    public bool IsJournalled { get; private set; }

    private Journal Journal { get; }

    /// <summary>Opens it; nothing is locked or made yet.</summary>
    public static async Task<RunnerSession> OpenAsync(DatabaseUrl url, MigrationOptions options, IReadOnlyList<MigrationScript> scripts, CancellationToken cancellation) =>
        new(url, await ConnectAsync(url, cancellation), options, scripts);

    /// <summary>Waits until no other runner is at work on this database.</summary>
    /// <exception cref="MigrationLocked">Another runner did not end in time.</exception>
    /// <exception cref="PoolerRefused">A session is not one here.</exception>
    public async Task LockAsync(Action<string> say, CancellationToken cancellation) =>
        _lock = await RunnerLock.AcquireAsync(Url, Options.RunnerTimeout, say, cancellation);

    /// <summary>What the journal says, or DbUp's own where there is none of ours. Changes nothing.</summary>
    public Task<IReadOnlyList<JournalEntry>> ReadAsync(CancellationToken cancellation) => GuardAsync(async () =>
    {
        var entries = await Journal.ReadAsync(cancellation);
        IsJournalled = entries is not null;
        return entries ?? await StockJournal.ReadAsync(Connection, Scripts, cancellation);
    });

    /// <summary>Makes the journal where there is none, from DbUp's own where there is that; only under the lock.</summary>
    /// <exception cref="DatabaseNotJournalled">There are tables already that no journal explains.</exception>
    /// <exception cref="JournalDisagrees">DbUp's journal knows scripts that are not at hand.</exception>
    public Task EnsureJournalAsync(Action<string> say, CancellationToken cancellation) => GuardAsync(async () =>
    {
        if (await Journal.EnsureAsync(evenWithTables: false, cancellation)) return true;
        var stock = await StockJournal.ReadAsync(Connection, Scripts, cancellation);
        if (stock.Count == 0) throw new DatabaseNotJournalled(Connection.Database, await Journal.TablesAsync(cancellation));
        MigrationStatus.Of(Scripts, stock).ThrowIfDisagrees();
        var rows = new JournalRows(Options);
        await WriteNewAsync(stock.Select(entry => rows.Adopted(Scripts.Find(entry.Script), entry)), cancellation);
        say($"{stock.Count} scripts adopted from {stock[0].RunnerVersion}, which stays as it is");
        return true;
    });

    /// <summary>Makes a journal with rows, in one transaction: a journal without them would say that nothing was ever run.</summary>
    public Task WriteNewAsync(IEnumerable<NpgsqlBatchCommand> rows, CancellationToken cancellation) => GuardAsync(async () =>
    {
        await using var transaction = await Connection.BeginTransactionAsync(cancellation);
        await Journal.EnsureAsync(evenWithTables: true, cancellation);
        await using (var batch = new NpgsqlBatch(Connection, transaction))
        {
            foreach (var row in rows) batch.BatchCommands.Add(row);
            await batch.ExecuteNonQueryAsync(cancellation);
        }
        await transaction.CommitAsync(cancellation);
        return true;
    });

    /// <summary>How many tables the database has, the journal not among them.</summary>
    public Task<int> TablesAsync(CancellationToken cancellation) => GuardAsync(() => Journal.TablesAsync(cancellation));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync();
        if (_lock is not null) await _lock.DisposeAsync();
    }

    private static Task<NpgsqlConnection> ConnectAsync(DatabaseUrl url, CancellationToken cancellation) => url.OpenAsync(cancellation, builder =>
    {
        // The failed statement of a batch is what gives an error its line.
        builder.IncludeFailedBatchedCommand = true;
        builder.WithPlainTypes();
    });

    private async Task<T> GuardAsync<T>(Func<Task<T>> action)
    {
        try
        {
            return await action();
        }
        catch (PostgresException error)
        {
            throw new JournalNotUsable(Url.Database, error);
        }
        catch (NpgsqlException lost)
        {
            throw new DatabaseUnreachable(Url, (lost.InnerException ?? lost).Message, lost);
        }
    }
}
