using System.Diagnostics;
using JobSwipe.Backups.Databases;
using JobSwipe.Backups.Streams;
using JobSwipe.Migrations;
using JobSwipe.Storage;
using JobSwipe.Tools;
using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Backups;

/// <summary>One backup being made: all archives and all checksums from one snapshot.</summary>
internal sealed class BackupRun(DatabaseUrl url, IObjectStore store, BackupOptions options, BackupTools tools, Snapshot snapshot, Action<BackupProgress> progress)
{
    /// <summary>
    /// How a checksum is made. A sum does not depend on the order, and unlike an exclusive or it sees rows that come in pairs. It is taken from the
    /// stream that is stored, so it costs the server nothing.
    /// </summary>
    private const string RowMethod = "sum of XXH3-64 of every row as COPY writes it, with pg_dump's settings";

    private readonly DateTimeOffset _startedAt = DateTimeOffset.UtcNow;
    private readonly long _started = Stopwatch.GetTimestamp();

    /// <summary>The backup's name.</summary>
    public string Id { get; } = BackupId.New(DateTimeOffset.UtcNow);

    /// <summary>Writes everything, the manifest last.</summary>
    /// <param name="versions">Of the programs.</param>
    /// <param name="buffered">The environment in which pg_dump writes large pieces.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<BackupManifest> WriteAsync(IReadOnlyDictionary<string, string> versions, IReadOnlyDictionary<string, string?> buffered, CancellationToken cancellation)
    {
        var sizes = await TableFacts.TablesAsync(snapshot.Connection, cancellation);
        var plan = BackupPlan.Of(sizes, options);
        var writer = new ArchiveWriter(store, name => BackupLayout.Key(Id, name), tools, options, progress, sizes.Sum(table => table.Bytes));
        using var together = new Together(options.Parallel, cancellation);
        var archives = Commands(plan, buffered).Select(part =>
        {
            Task<BackedUpObject> WriteAsync(CancellationToken stop) => writer.WriteAsync(part.Name, part.Kind, part.Command, part.IsNarrow, stop);
            return part.Kind == ObjectKind.Table ? together.Add(WriteAsync) : together.AddFree(WriteAsync);
        }).ToArray();
        var facts = together.AddFree(async stop => (
            Locale: await DatabaseLocale.ReadAsync(snapshot.Connection, stop),
            Invalid: await DatabaseChecks.InvalidAsync(snapshot.Connection, stop),
            Head: await Migrator.HeadAsync(url, stop)));
        await together.EndAsync();
        var (locale, invalid, head) = await facts;
        var objects = await Task.WhenAll(archives);
        var manifest = new BackupManifest
        {
            Id = Id,
            Database = url.Database,
            ServerVersion = snapshot.Connection.PostgreSqlVersion.ToString(),
            Locale = locale,
            StartedAt = _startedAt,
            Seconds = Stopwatch.GetElapsedTime(_started).TotalSeconds,
            Snapshot = snapshot.Name,
            Release = options.Release,
            MigrationHead = head,
            Recipients = options.Recipients,
            Tools = versions,
            ChecksumMethod = RowMethod,
            Tables = [.. sizes.Select(table => Fact(plan, table, writer)).OrderBy(table => table.Table.ToString(), StringComparer.Ordinal)],
            Invalid = invalid.Count == 0 ? null : invalid,
            Objects = [.. objects.OrderBy(part => part.Kind).ThenBy(part => part.Name, StringComparer.Ordinal)],
        }.Sealed();
        await store.PutTextAsync(BackupLayout.Key(Id, BackupLayout.Readme), BackupReadme.Write(manifest), WriteCondition.IsNew, cancellation);
        await store.PutTextAsync(BackupLayout.Key(Id, BackupLayout.Manifest), manifest.ToJson(), WriteCondition.IsNew, cancellation);
        return manifest;
    }

    private IEnumerable<(string Name, ObjectKind Kind, Command Command, bool IsNarrow)> Commands(BackupPlan plan, IReadOnlyDictionary<string, string?> buffered)
    {
        var environment = url.ToEnvironment();
        foreach (var (name, kind, dump, narrow) in plan.Archives(snapshot.Name))
            yield return (name, kind, tools.Postgres.Command("pg_dump", dump.ToArguments()).With(environment).With(buffered), narrow);
        yield return (BackupLayout.Globals, ObjectKind.Globals,
            tools.Postgres.Command("pg_dumpall", new PgDumpAllSettings(url.Database).ToArguments()).With(environment), false);
    }

    private static BackedUpTable Fact(BackupPlan plan, TableSize table, ArchiveWriter writer) =>
        writer.Tables.TryGetValue(table.Table, out var sum)
            ? new BackedUpTable(table.Table, sum.Rows, sum.Checksum, table.Bytes, plan.ArchiveOf(table.Table))
            : throw new BackupFailed("pg_dump", new DeliveryError($"pg_dump wrote no rows of {table.Table}.", "Report this."));
}
