using System.Collections.Concurrent;
using System.Security.Cryptography;
using JobSwipe.Backups.Streams;
using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;
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

    /// <summary>Restores all archives: what tables are, then their rows, several archives at once, then indexes and constraints.</summary>
    public async Task FillAsync(ArchiveReader reader, BackupManifest manifest, BackupTools tools, string identityFile, bool owners, int parallel, CancellationToken cancellation)
    {
        var main = manifest.Objects.Single(part => part.Kind == ObjectKind.Main);
        var tables = manifest.Objects.Where(part => part.Kind == ObjectKind.Table).ToArray();
        if (tables.Length == 0)
        {
            await SendAsync(main);
            return;
        }
        await SendAsync(main, "pre-data", "data");
        await Parallel.ForEachAsync(tables, new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellation },
            async (table, _) => await SendAsync(table));
        await SendAsync(main, "post-data");

        Task SendAsync(BackedUpObject part, params IReadOnlyList<string> sections)
        {
            var settings = new PgRestoreSettings { Database = Url.Database, Sections = sections, Owners = owners };
            return reader.SendAsync(part, [.. tools.Open(identityFile), tools.Postgres.Command("pg_restore", settings.ToArguments()).With(Url.ToEnvironment())], cancellation);
        }
    }

    /// <summary>Dumps every table again, away, and compares its rows with the manifest.</summary>
    public async Task<IReadOnlyList<TableComparison>> CompareAsync(BackupManifest manifest, BackupTools tools, int parallel, CancellationToken cancellation)
    {
        var found = new ConcurrentDictionary<TableName, RowSum>();
        var present = await PresentAsync(cancellation);
        var own = manifest.Tables.Where(table => table.Archive != BackupLayout.Main).Select(table => table.Table).ToArray();
        var dumps = own.Where(present.Contains).Select(table => new PgDumpSettings { Snapshot = null, OnlyRowsOf = table })
            .Append(new PgDumpSettings { Snapshot = null, OnlyRows = true, WithoutRowsOf = own });
        var buffered = await OutputBuffer.FindAsync(cancellation);
        await Parallel.ForEachAsync(dumps, new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellation }, async (dump, stop) =>
        {
            var scanner = new DumpScanner();
            await using var pipeline = await Pipeline.StartAsync([tools.Postgres.Command("pg_dump", dump.ToArguments()).With(Url.ToEnvironment()).With(buffered)], cancellation: stop);
            var buffer = new byte[128 * 1024];
            int read;
            while ((read = await pipeline.ReadAsync(buffer, stop)) > 0) scanner.Add(buffer.AsSpan(0, read));
            foreach (var (table, sum) in scanner.Sums) found[table] = sum;
        });
        return [.. manifest.Tables.Select(table => found.TryGetValue(table.Table, out var sum)
            ? new TableComparison(table.Table, table.Rows, sum.Rows, sum.Checksum == table.Checksum)
            : new TableComparison(table.Table, table.Rows, null, false))];
    }

    private async Task<HashSet<TableName>> PresentAsync(CancellationToken cancellation)
    {
        await using var connection = await Url.OpenAsync(cancellation);
        return [.. (await TableFacts.TablesAsync(connection, cancellation)).Select(table => table.Table)];
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
