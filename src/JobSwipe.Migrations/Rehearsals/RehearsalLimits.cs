namespace JobSwipe.Migrations.Rehearsals;

/// <summary>What a rehearsed script may not do to a large table.</summary>
public sealed record RehearsalLimits
{
    /// <summary>Rows above which a table is large.</summary>
    public long LargeTableRows { get; init; } = 100_000;

    /// <summary>How long a large table may be locked against reading.</summary>
    public TimeSpan LongestAccessExclusive { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many large tables one script may rewrite.</summary>
    public int LargeRewrites { get; init; }

    /// <summary>In what a script passes these limits, a sentence each.</summary>
    public IEnumerable<string> Violations(RehearsedScript script)
    {
        var rewrites = script.Statements.SelectMany(statement => statement.Tables.Where(table => table.Rewritten && table.Rows > LargeTableRows)
            .Select(table => $"{script.Name}.sql:{statement.Line}: rewrites {table.Table}, which has {table.Rows:N0} rows")).ToArray();
        var locks = script.Held.Where(held => held.Mode == "AccessExclusiveLock" && held.Rows > LargeTableRows && held.Milliseconds > LongestAccessExclusive.TotalMilliseconds)
            .Select(held => $"{script.Name}.sql: nobody can read {held.Table}, which has {held.Rows:N0} rows, for {held.Milliseconds:N0} ms (at most {LongestAccessExclusive.TotalMilliseconds:N0})");
        return rewrites.Length > LargeRewrites ? rewrites.Concat(locks) : locks;
    }
}
