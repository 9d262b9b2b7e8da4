namespace JobSwipe.Migrations.Lint.Statements;

/// <summary>CREATE TABLE, also CREATE TABLE … AS.</summary>
internal sealed record CreateTable(SqlName Table) : Statement
{
    public bool IfNotExists { get; init; }

    public bool IsTemporary { get; init; }

    public bool FromQuery { get; init; }

    public IReadOnlyList<Column> Columns { get; init; } = [];

    public IReadOnlyList<Constraint> Constraints { get; init; } = [];
}

/// <summary>ALTER TABLE, with its actions.</summary>
internal sealed record AlterTable(SqlName Table, IReadOnlyList<TableAction> Actions) : Statement;

/// <summary>DROP of anything.</summary>
/// <param name="Kind">The kind of object, in lower case: <c>table</c>, <c>materialized view</c>.</param>
/// <param name="Names">The objects.</param>
/// <param name="IfExists">Whether their absence is no error.</param>
/// <param name="Concurrently">Whether an index goes without a lock on its table.</param>
internal sealed record DropObjects(string Kind, IReadOnlyList<SqlName> Names, bool IfExists, bool Concurrently) : Statement;

/// <summary>TRUNCATE.</summary>
/// <param name="Tables">The tables.</param>
/// <param name="Cascade">Where CASCADE stands; null without.</param>
internal sealed record Truncate(IReadOnlyList<SqlName> Tables, Span? Cascade) : Statement;

/// <summary>CREATE INDEX.</summary>
/// <param name="Name">Its name; null when PostgreSQL chooses one.</param>
/// <param name="Table">The table.</param>
/// <param name="Columns">Its key columns; an expression is an empty name.</param>
internal sealed record CreateIndex(string? Name, SqlName Table, IReadOnlyList<string> Columns) : Statement
{
    public bool Unique { get; init; }

    public bool Concurrently { get; init; }

    public bool IfNotExists { get; init; }

    /// <summary>Whether it stands on a partitioned table alone, which is empty.</summary>
    public bool Only { get; init; }
}

/// <summary>REINDEX.</summary>
/// <param name="Kind">index, table, schema, database or system.</param>
/// <param name="Name">Of what.</param>
/// <param name="Concurrently">Whether writes may go on.</param>
internal sealed record Reindex(string Kind, SqlName? Name, bool Concurrently) : Statement;

/// <summary>VACUUM FULL and CLUSTER: both write the table anew under the strongest lock.</summary>
/// <param name="Command">Which of the two.</param>
/// <param name="Tables">The tables; none is all of them.</param>
internal sealed record RewriteTable(string Command, IReadOnlyList<SqlName> Tables) : Statement;
