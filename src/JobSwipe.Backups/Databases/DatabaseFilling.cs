using System.Collections.Concurrent;
using System.Globalization;
using JobSwipe.Backups.Streams;
using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Backups.Databases;

/// <summary>Restores all archives of a backup into an empty database and compares every table with the manifest, several tables at once.</summary>
internal sealed class DatabaseFilling(DatabaseUrl url, ArchiveReader reader, BackupManifest manifest, BackupTools tools, string identityFile, bool owners)
{
    // What others wait for comes first: rows, keys, and of the indexes those that take longest.
    private enum Urgency { Keys, Rows, Indexes, Comparison }

    private readonly BackedUpObject _main = manifest.Objects.Single(part => part.Kind == ObjectKind.Main);
    private readonly ConcurrentDictionary<TableName, RowSum> _found = new();

    /// <summary>Restores and compares.</summary>
    /// <param name="parallel">How many archives, indexes and comparisons at once.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IReadOnlyList<TableComparison>> RunAsync(int parallel, CancellationToken cancellation)
    {
        var own = manifest.Objects.Where(part => part.Kind == ObjectKind.Table).ToDictionary(part => manifest.Tables.Single(table => table.Archive == part.Name).Table);
        if (own.Count > 0)
        {
            await RunInPiecesAsync(own, parallel, cancellation);
        }
        else
        {
            await reader.SendAsync(_main, Restoring(new() { Database = url.Database }), cancellation);
            await CompareAsync(new() { Snapshot = null, OnlyRows = true }, cancellation);
        }
        return [.. manifest.Tables.Select(table => _found.TryGetValue(table.Table, out var sum)
            ? new TableComparison(table.Table, table.Rows, sum.Rows, sum.Checksum == table.Checksum)
            : new TableComparison(table.Table, table.Rows, null, false))];
    }

    private async Task RunInPiecesAsync(Dictionary<TableName, BackedUpObject> own, int parallel, CancellationToken cancellation)
    {
        using var lists = TemporaryFolder.Create("restore");
        var plan = RestorePlan.Of(await reader.ContentsAsync(_main, tools.Open(identityFile), cancellation), own.Keys);
        await reader.SendHeadAsync(_main, Restoring(new() { Database = url.Database, Sections = ["pre-data"] }), cancellation);

        var jobs = new Jobs(parallel);
        var before = new List<Jobs.Job>();
        foreach (var (table, part) in own)
        {
            var rows = jobs.Add((int)Urgency.Rows, stop => reader.SendAsync(part, Restoring(new() { Database = url.Database }), stop));
            var keys = jobs.Add((int)Urgency.Keys, stop => MakeAsync(plan.Own[table].Locking, stop), rows);
            before.Add(keys);
            before.AddRange(plan.Own[table].Beside.Select(index => jobs.Add((int)Urgency.Indexes, stop => MakeAsync([index], stop), keys)));
            jobs.Add((int)Urgency.Comparison, stop => CompareAsync(new() { Snapshot = null, OnlyRowsOf = table }, stop), keys);
        }
        var others = jobs.Add((int)Urgency.Rows, stop => reader.SendAsync(_main, Restoring(new() { Database = url.Database, Sections = ["data"] }), stop));
        before.Add(jobs.Add((int)Urgency.Keys, stop => MakeAsync(plan.Others, stop), others));
        var rest = jobs.Add((int)Urgency.Keys, stop => MakeAsync(plan.Rest, stop), before);
        jobs.Add((int)Urgency.Comparison, stop => CompareAsync(new() { Snapshot = null, OnlyRows = true, WithoutRowsOf = [.. own.Keys] }, stop), rest);
        await jobs.RunAsync(cancellation);

        async Task MakeAsync(IReadOnlyList<int> numbers, CancellationToken stop)
        {
            if (numbers.Count == 0) return;
            var list = Path.Combine(lists.Path, string.Create(CultureInfo.InvariantCulture, $"{numbers[0]}.list"));
            await File.WriteAllLinesAsync(list, numbers.Select(number => string.Create(CultureInfo.InvariantCulture, $"{number};")), stop);
            await reader.SendHeadAsync(_main, Restoring(new() { Database = url.Database, List = list }), stop);
        }
    }

    // Dumps rows again, away, for their sums.
    private async Task CompareAsync(PgDumpSettings dump, CancellationToken cancellation)
    {
        var scanner = new DumpScanner();
        var buffered = await OutputBuffer.FindAsync(cancellation);
        await using var pipeline = await Pipeline.StartAsync([tools.Postgres.Command("pg_dump", dump.ToArguments()).With(url.ToEnvironment()).With(buffered)], cancellation: cancellation);
        var buffer = new byte[128 * 1024];
        int read;
        while ((read = await pipeline.ReadAsync(buffer, cancellation)) > 0) scanner.Add(buffer.AsSpan(0, read));
        foreach (var (table, sum) in scanner.Sums) _found[table] = sum;
    }

    private Command[] Restoring(PgRestoreSettings settings) =>
        [.. tools.Open(identityFile), tools.Postgres.Command("pg_restore", (settings with { Owners = owners }).ToArguments()).With(url.ToEnvironment())];
}
