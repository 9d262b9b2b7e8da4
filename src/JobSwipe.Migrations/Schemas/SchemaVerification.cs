using JobSwipe.Migrations.Running;
using JobSwipe.Tools.Postgres;

namespace JobSwipe.Migrations.Schemas;

/// <summary>Compares a live schema with what its journal says it should be.</summary>
public static class SchemaVerification
{
    /// <summary>Runs what the journal knows on an empty database and compares the two. The live database is only read.</summary>
    /// <param name="url">The live database.</param>
    /// <param name="scratchServer">Any database of a server where the role may create one; best of the same major version.</param>
    /// <param name="options">Where the scripts are.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="JournalDisagrees">A script was changed or is missing, so nobody can say what should be there.</exception>
    /// <exception cref="SchemaNotJournalled">The database has no journal.</exception>
    public static async Task<SchemaDifference> RunAsync(
        DatabaseUrl url, DatabaseUrl scratchServer, MigrationOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new MigrationOptions();
        var status = await Migrator.StatusAsync(url, options, cancellation);
        status.ThrowIfDisagrees();
        if (status.Applied.Count == 0) throw new SchemaNotJournalled(url.Database);
        var expected = await ExpectedAsync(scratchServer, options, [.. status.Applied.Select(entry => entry.Script).Except(status.Pending)], cancellation);
        return SchemaDifference.Between(expected, await SchemaSnapshot.ReadAsync(url, cancellation));
    }

    /// <summary>The schema that some scripts make.</summary>
    internal static async Task<SchemaSnapshot> ExpectedAsync(
        DatabaseUrl scratchServer, MigrationOptions options, IReadOnlyCollection<string> scripts, CancellationToken cancellation)
    {
        await using var scratch = await ScratchDatabase.CreateAsync(scratchServer, "expected", cancellation);
        await using (var session = await RunnerSession.OpenAsync(scratch.Url, options, [], cancellation))
        {
            var runner = new ScriptRunner(session.Connection, options, _ => { });
            foreach (var script in ScriptSet.Load(options.ScriptsFolder).Where(script => scripts.Contains(script.Name)))
                await runner.RunAsync(ScriptRun.Unrecorded(PreparedScript.Prepare(script.File, script.Sql), script.Name), cancellation);
        }
        return await SchemaSnapshot.ReadAsync(scratch.Url, cancellation);
    }
}
