using JobSwipe.Migrations.Sql;

namespace JobSwipe.Migrations.Lint.Statements;

/// <summary>One action of ALTER TABLE.</summary>
internal abstract record TableAction
{
    public Span Span { get; init; }
}

internal sealed record OtherAction(ArraySegment<SqlToken> Tokens) : TableAction
{
    public bool StartsWith(params ReadOnlySpan<string> words) => new TokenCursor(Tokens).Sees(words);
}

internal sealed record AddColumn(Column Column, bool IfNotExists) : TableAction;

internal sealed record DropColumn(string Column, bool IfExists) : TableAction;

internal sealed record AddConstraint(Constraint Constraint) : TableAction;

internal sealed record DropConstraint(string Name, bool IfExists) : TableAction;

internal sealed record ValidateConstraint(string Name) : TableAction;

/// <summary>ALTER COLUMN … TYPE.</summary>
internal sealed record ChangeType(string Column, SqlType Type, bool HasUsing) : TableAction;

internal sealed record SetNotNull(string Column) : TableAction;

internal sealed record DropNotNull(string Column) : TableAction;

/// <summary>ALTER COLUMN … SET DEFAULT or DROP DEFAULT.</summary>
internal sealed record ChangeDefault(string Column, bool IsDropped) : TableAction;

internal sealed record RenameColumn(string Column, string To) : TableAction;

internal sealed record RenameTable(string To) : TableAction;

/// <summary>DETACH PARTITION; FINALIZE, which ends an interrupted concurrent one, counts as concurrent.</summary>
internal sealed record DetachPartition(bool Concurrently) : TableAction;
