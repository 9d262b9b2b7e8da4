namespace JobSwipe.Migrations;

/// <summary>What a run would do.</summary>
/// <param name="Database">The database, without a password.</param>
/// <param name="Head">Where it is.</param>
/// <param name="Scripts">What would run, in that order.</param>
public sealed record MigrationPlan(string Database, string? Head, IReadOnlyList<MigrationScript> Scripts)
{
    /// <summary>Reads where a database is and refuses what a run would refuse. Nothing is run.</summary>
    /// <exception cref="JournalDisagrees">The scripts are not those that ran.</exception>
    /// <exception cref="ScriptNotUsable">A statement is not allowed in a script.</exception>
    /// <exception cref="ContractTooEarly">A deployed release needs what a script takes away.</exception>
    public static async Task<MigrationPlan> ReadAsync(Tools.Postgres.DatabaseUrl url, MigrationOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new MigrationOptions();
        var status = await Migrator.StatusAsync(url, options, cancellation);
        status.ThrowIfDisagrees();
        var names = status.Pending.ToHashSet();
        MigrationScript[] pending = [.. ScriptSet.Load(options.ScriptsFolder).Where(script => names.Contains(script.Name))];
        foreach (var script in pending) Running.PreparedScript.Prepare(script.File, script.Sql);
        ContractRule.Require(pending, options.Deployed);
        return new MigrationPlan(url.ToString(), status.Head, pending);
    }

    /// <summary>The SQL, with a line before each script that says how it would run.</summary>
    public string ToSql() => string.Concat(Scripts.Select(script =>
        $"-- {script.File}: {(script.Header.Transaction ? "one transaction with its journal row" : "statement by statement, without a transaction")}\n{script.Sql.TrimEnd()}\n\n"));
}
