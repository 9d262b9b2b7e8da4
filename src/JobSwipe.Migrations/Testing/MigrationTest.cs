using System.Diagnostics;
using JobSwipe.Migrations.Running;
using JobSwipe.Migrations.Schemas;
using JobSwipe.Tools.Postgres;
using Npgsql;

namespace JobSwipe.Migrations.Testing;

/// <summary>Proves scripts: up, down and up again, on an empty database and on one with rows, with the schema compared after every step.</summary>
public static class MigrationTest
{
    /// <summary>Runs the test on databases that are dropped afterwards.</summary>
    /// <param name="server">Any database of a server where databases may be created.</param>
    /// <param name="seed">The rows; null leaves the second half out.</param>
    /// <param name="options">Where the scripts are.</param>
    /// <param name="say">Told what happens.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="MigrationNotProved">An undo or a second run led somewhere else.</exception>
    /// <exception cref="MigrationFailed">A script, an undo, a test or the seed was refused.</exception>
    /// <exception cref="UndoMissing">A script has no undo.</exception>
    public static async Task<MigrationTestReport> RunAsync(
        DatabaseUrl server, MigrationSeed? seed = null, MigrationOptions? options = null, Action<string>? say = null, CancellationToken cancellation = default)
    {
        options ??= new MigrationOptions();
        say ??= _ => { };
        var started = Stopwatch.GetTimestamp();
        var scripts = ScriptSet.Load(options.ScriptsFolder);
        var empty = await ProveAsync(server, "empty", scripts, 0, null, options, cancellation);
        say($"empty database: {empty} scripts up, down and up again");
        if (seed is null) return new MigrationTestReport(scripts.Count, empty, 0, Stopwatch.GetElapsedTime(started).TotalSeconds);
        var seeded = await ProveAsync(server, "seeded", scripts, scripts.Find(seed.After).Number, seed, options, cancellation);
        say($"database with rows: {seeded} scripts up, down and up again after {seed.After}");
        return new MigrationTestReport(scripts.Count, empty, seeded, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private static async Task<int> ProveAsync(
        DatabaseUrl server, string kind, IReadOnlyList<MigrationScript> scripts, int first, MigrationSeed? seed, MigrationOptions options, CancellationToken cancellation)
    {
        await using var scratch = await ScratchDatabase.CreateAsync(server, kind, cancellation);
        var proved = scripts.Where(script => !script.IsRepeatable && script.Number > first).ToArray();
        if (first > 0) await Migrator.MigrateAsync(scratch.Url, options with { To = $"{first:0000}" }, cancellation: cancellation);
        if (seed is not null) await SeedAsync(scratch.Url, seed, cancellation);

        // After each script, from the one before the first to be proved; the last one has the repeatable scripts too.
        var after = new List<SchemaSnapshot> { await SchemaSnapshot.ReadAsync(scratch.Url, cancellation) };
        await UpAsync(async (_, schema) => { after.Add(schema); await Task.CompletedTask; });
        await Migrator.MigrateAsync(scratch.Url, options, cancellation: cancellation);
        var whole = await SchemaSnapshot.ReadAsync(scratch.Url, cancellation);
        await TestAsync(scratch.Url, scripts.Where(script => script.IsRepeatable), seed, cancellation);

        for (var at = proved.Length - 1; at >= 0; at--)
        {
            await Migrator.UndoAsync(scratch.Url, at == 0 ? $"{first:0000}" : proved[at - 1].Name, options, cancellation: cancellation);
            Require(after[at], await SchemaSnapshot.ReadAsync(scratch.Url, cancellation), $"the undo of {proved[at].Name} does not lead back to the schema before it", kind);
        }
        await UpAsync((at, schema) => { Require(after[at + 1], schema, $"{proved[at].Name} makes another schema after its undo", kind); return Task.CompletedTask; });
        await Migrator.MigrateAsync(scratch.Url, options, cancellation: cancellation);
        Require(whole, await SchemaSnapshot.ReadAsync(scratch.Url, cancellation), "the repeatable scripts make another schema the second time", kind);
        return proved.Length + scripts.Count(script => script.IsRepeatable);

        async Task UpAsync(Func<int, SchemaSnapshot, Task> seen)
        {
            for (var at = 0; at < proved.Length; at++)
            {
                await Migrator.MigrateAsync(scratch.Url, options with { To = proved[at].Name }, cancellation: cancellation);
                await TestAsync(scratch.Url, [proved[at]], seed, cancellation);
                await seen(at, await SchemaSnapshot.ReadAsync(scratch.Url, cancellation));
            }
        }
    }

    private static async Task SeedAsync(DatabaseUrl url, MigrationSeed seed, CancellationToken cancellation) =>
        await RunAsync(url, PreparedScript.Prepare(seed.File, seed.Sql), cancellation);

    // A test looks at what became of rows, so it needs some.
    private static async Task TestAsync(DatabaseUrl url, IEnumerable<MigrationScript> scripts, MigrationSeed? seed, CancellationToken cancellation)
    {
        if (seed is null) return;
        foreach (var script in scripts)
            if (script.Test is { } test) await RunAsync(url, PreparedScript.Prepare(script.TestFile, test), cancellation);
    }

    private static async Task RunAsync(DatabaseUrl url, PreparedScript script, CancellationToken cancellation)
    {
        await using var session = await RunnerSession.OpenAsync(url, new MigrationOptions { StatementTimeout = TimeSpan.Zero }, [], cancellation);
        await new ScriptRunner(session.Connection, session.Options, _ => { }).RunAsync(ScriptRun.Unrecorded(script, script.File), cancellation);
    }

    private static void Require(SchemaSnapshot expected, SchemaSnapshot actual, string why, string kind)
    {
        var difference = SchemaDifference.Between(expected, actual);
        if (!difference.IsEmpty) throw new MigrationNotProved(why, kind, difference);
    }
}

/// <summary>Rows for the test.</summary>
/// <param name="File">The file's name, for errors.</param>
/// <param name="Sql">Its statements.</param>
/// <param name="After">The script after which the tables for it are there, by number or name.</param>
public sealed record MigrationSeed(string File, string Sql, string After);

/// <summary>What was proved.</summary>
/// <param name="Scripts">How many scripts there are.</param>
/// <param name="Empty">How many went up, down and up on the empty database.</param>
/// <param name="Seeded">How many did so on the database with rows; 0 when there was none.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record MigrationTestReport(int Scripts, int Empty, int Seeded, double Seconds);
