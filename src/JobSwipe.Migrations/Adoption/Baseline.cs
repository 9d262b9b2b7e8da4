using JobSwipe.Migrations.Running;
using JobSwipe.Migrations.Schemas;
using JobSwipe.Tools.Postgres;

namespace JobSwipe.Migrations.Adoption;

/// <summary>Takes over a database whose schema is there already: scripts are marked as applied and not run.</summary>
public static class Baseline
{
    /// <summary>Marks scripts, after the schema was compared with what they make.</summary>
    /// <param name="url">The database.</param>
    /// <param name="baseline">What is to be marked, and what must hold.</param>
    /// <param name="options">As for migrating.</param>
    /// <param name="say">Told what happens.</param>
    /// <param name="cancellation">Stops it; nothing is marked then.</param>
    /// <returns>The names of the scripts that were marked.</returns>
    /// <exception cref="AdoptionRefused">There is nothing to adopt, or there is a journal already.</exception>
    /// <exception cref="AlembicRevisionWrong">Alembic is not where it has to be.</exception>
    /// <exception cref="SchemaDrifted">The schema is not what the scripts make; the difference is shown.</exception>
    /// <exception cref="MigrationLocked">Another runner did not end in time.</exception>
    public static async Task<IReadOnlyList<string>> AdoptAsync(
        DatabaseUrl url, BaselineOptions baseline, MigrationOptions? options = null, Action<string>? say = null, CancellationToken cancellation = default)
    {
        options ??= new MigrationOptions();
        say ??= _ => { };
        var scripts = ScriptSet.Load(options.ScriptsFolder);
        var last = scripts.Find(baseline.Through).Number;
        var marked = scripts.Where(script => script.Number <= last && !script.IsRepeatable).ToArray();
        await using var session = await RunnerSession.OpenAsync(url, options, scripts, cancellation);
        await session.LockAsync(say, cancellation);
        var entries = await session.ReadAsync(cancellation);
        if (session.IsJournalled && entries.Count > 0) throw new AdoptionRefused(url.Database, "has a journal of migrations already", "See MigrateStatus.");
        if (entries.Count > 0) throw new AdoptionRefused(url.Database, "has a journal of DbUp", "Run Migrate: it takes that over.");
        if (await session.TablesAsync(cancellation) == 0) throw new AdoptionRefused(url.Database, "is empty", "Run Migrate: it runs the scripts from the first.");
        var isAlembics = await AlembicVersion.RequireAsync(session.Connection, baseline.AlembicRevision, cancellation);
        var expected = await SchemaVerification.ExpectedAsync(baseline.ScratchServer, options, [.. marked.Select(script => script.Name)], cancellation);
        var difference = SchemaDifference.Between(expected, await SchemaSnapshot.ReadAsync(url, cancellation));
        if (!difference.IsEmpty) throw new SchemaDrifted(url.Database, difference);
        var rows = new JournalRows(options);
        await session.WriteNewAsync(marked.Select(rows.Baseline), cancellation);
        foreach (var script in marked) say($"{script.Name} marked as applied; its schema was there");
        if (isAlembics) say("alembic_version stays as it is. Nothing may run 'alembic upgrade' on this database any more: look at start commands and release commands");
        return [.. marked.Select(script => script.Name)];
    }
}

/// <summary>What to adopt.</summary>
/// <param name="Through">The last script whose schema is there, by number or name.</param>
/// <param name="ScratchServer">Any database of a server where a database may be created, to find out what the scripts make.</param>
/// <param name="AlembicRevision">The revision that Alembic must be at; null when the database is not Alembic's.</param>
public sealed record BaselineOptions(string Through, DatabaseUrl ScratchServer, string? AlembicRevision = null);
