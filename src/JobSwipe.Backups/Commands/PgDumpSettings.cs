namespace JobSwipe.Backups;

/// <summary>A run of pg_dump (PostgreSQL documentation, client applications). The database comes by environment.</summary>
internal sealed record PgDumpSettings
{
    /// <summary>The exported snapshot that all archives of a backup share; null takes what is there.</summary>
    public required string? Snapshot { get; init; }

    /// <summary>Whether only rows are wanted, not what tables are.</summary>
    public bool OnlyRows { get; init; }

    /// <summary>The tables whose rows stay out.</summary>
    public IReadOnlyList<TableName> WithoutRowsOf { get; init; } = [];

    /// <summary>The one table whose rows alone are wanted; null dumps everything.</summary>
    public TableName? OnlyRowsOf { get; init; }

    /// <summary>The argument list.</summary>
    public IReadOnlyList<string> ToArguments() =>
    [
        // Custom format, for pg_restore; not compressed, for zstd is faster and smaller.
        "--format=custom",
        "--compress=0",
        .. Snapshot is null ? Array.Empty<string>() : [$"--snapshot={Snapshot}"],
        // A table that somebody locks for longer fails the backup instead of delaying it, and the application behind it, for ever.
        "--lock-wait-timeout=60s",
        "--no-password",
        .. OnlyRowsOf is { } table ? new[] { "--data-only", $"--table={table.ToPattern()}" } : [],
        .. OnlyRows && OnlyRowsOf is null ? new[] { "--data-only" } : [],
        .. WithoutRowsOf.Select(other => $"--exclude-table-data={other.ToPattern()}"),
    ];
}
