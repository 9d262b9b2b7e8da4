using System.Diagnostics;
using JobSwipe.Migrations.Running;
using JobSwipe.Migrations.Schemas;
using JobSwipe.Tools;
using JobSwipe.Tools.Postgres;
using Npgsql;

namespace JobSwipe.Migrations.Rehearsals;

/// <summary>Applies pending scripts to a copy of the data and measures what they do, takes them back, applies them again.</summary>
public static class MigrationRehearsal
{
    /// <summary>Rehearses. Whatever the scripts do, the report is written: what is wrong stands in its violations.</summary>
    /// <param name="copy">Fills a database with the data, and says what it is. It is this rehearsal's own and may be left in any state.</param>
    /// <param name="options">Where the scripts are, and the time-outs of production.</param>
    /// <param name="limits">What is not to be passed.</param>
    /// <param name="former">Proves that the release before works on the new schema; asked only when every script is an expanding one. Null when nobody can say.</param>
    /// <param name="say">Told what happens.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="JournalDisagrees">The scripts are not those that ran.</exception>
    /// <exception cref="DatabaseNotJournalled">The copy has no journal.</exception>
    public static async Task<RehearsalReport> RunAsync(
        Func<CancellationToken, Task<RehearsalCopy>> copy, MigrationOptions? options = null, RehearsalLimits? limits = null,
        Func<DatabaseUrl, CancellationToken, Task>? former = null, Action<string>? say = null, CancellationToken cancellation = default)
    {
        options ??= new MigrationOptions();
        limits ??= new RehearsalLimits();
        say ??= _ => { };
        var started = DateTimeOffset.UtcNow;
        var clock = Stopwatch.StartNew();
        var (url, source) = await copy(cancellation);
        var copied = clock.Elapsed.TotalSeconds;
        say($"{source} copied in {copied:0.0} s");
        await using var session = await RunnerSession.OpenAsync(url, options, ScriptSet.Load(options.ScriptsFolder), cancellation);
        await session.EnsureJournalAsync(say, cancellation);
        var status = MigrationStatus.Of(session.Scripts, await session.ReadAsync(cancellation));
        status.ThrowIfDisagrees();
        var pending = session.Scripts.Where(script => status.Pending.Contains(script.Name)).ToArray();
        await AnalyzeAsync(session.Connection, cancellation);
        var rehearsed = new List<RehearsedScript>();
        var violations = new List<string>();
        var first = await SchemaSnapshot.ReadAsync(url, cancellation);
        try
        {
            var runner = new MeasuringRunner(session.Connection, url, options);
            var numbered = first;
            foreach (var script in pending)
            {
                if (script.IsRepeatable && ReferenceEquals(numbered, first)) numbered = await SchemaSnapshot.ReadAsync(url, cancellation);
                rehearsed.Add(await runner.RunAsync(script, cancellation));
                say($"{script.Name} applied in {rehearsed[^1].Milliseconds:0} ms");
            }
            violations.AddRange(rehearsed.SelectMany(script => limits.Violations(script)));
            if (NotAsked(former is not null, pending) is { } why) say($"not run: the release before on the new schema, {why}");
            else await FormerAsync(former!, url, violations, cancellation);
            if (pending.Any(script => !script.IsRepeatable)) await AgainAsync(url, options, status.Head, first, numbered, cancellation);
        }
        catch (DeliveryError error) when (error is MigrationFailed or MigrationNotProved or UndoMissing or IndexInvalid or MigrationLockTimeout)
        {
            violations.Add(error.Problem);
        }
        return new RehearsalReport
        {
            Source = source,
            Started = started,
            From = status.Head,
            Server = session.Connection.ServerVersion,
            Pending = [.. pending.Select(ProvedScript.Of)],
            Scripts = rehearsed,
            Violations = violations,
            Limits = limits,
            CopySeconds = copied,
            Seconds = clock.Elapsed.TotalSeconds - copied,
        };
    }

    // A restored database has no statistics, so neither row counts nor production's query plans.
    private static async Task AnalyzeAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var analyze = new NpgsqlCommand("analyze", connection);
        await analyze.ExecuteNonQueryAsync(cancellation);
    }

    private static string? NotAsked(bool known, IReadOnlyList<MigrationScript> pending) =>
        pending.Count == 0 ? "for nothing is pending"
        : pending.FirstOrDefault(script => script.Header.Phase == Phase.Contract) is { } contract ? $"for {contract.Name} takes away what it may need"
        : known ? null : "for want of a way to start it (--former-service)";

    private static async Task FormerAsync(Func<DatabaseUrl, CancellationToken, Task> former, DatabaseUrl url, List<string> violations, CancellationToken cancellation)
    {
        try
        {
            await former(url, cancellation);
        }
        catch (DeliveryError error)
        {
            violations.Add($"the release before does not work on the new schema: {error.Problem} {error.Remedy}".TrimEnd());
        }
    }

    private static async Task AgainAsync(DatabaseUrl url, MigrationOptions options, string? head, SchemaSnapshot first, SchemaSnapshot numbered, CancellationToken cancellation)
    {
        var whole = await SchemaSnapshot.ReadAsync(url, cancellation);
        await Migrator.UndoAsync(url, head ?? "0000", options, cancellation: cancellation);
        // What a repeatable script was before cannot be brought back, for its text is not at hand any more.
        var repeated = ReferenceEquals(numbered, first) ? [] : whole.Objects.Where(item => !numbered.Objects.TryGetValue(item.Key, out var before) || before != item.Value).Select(item => item.Key).ToHashSet();
        Require(first.Without(repeated), (await SchemaSnapshot.ReadAsync(url, cancellation)).Without(repeated), "taking the scripts back does not lead to the schema before them");
        await Migrator.MigrateAsync(url, options with { Deployed = [] }, cancellation: cancellation);
        Require(whole, await SchemaSnapshot.ReadAsync(url, cancellation), "applying the scripts a second time makes another schema");
    }

    private static void Require(SchemaSnapshot expected, SchemaSnapshot actual, string why)
    {
        var difference = SchemaDifference.Between(expected, actual);
        if (!difference.IsEmpty) throw new MigrationNotProved(why, "copied", difference);
    }
}

/// <summary>A copy of the data.</summary>
/// <param name="Url">Where it is.</param>
/// <param name="Source">What was copied, for the report.</param>
public sealed record RehearsalCopy(DatabaseUrl Url, string Source);
