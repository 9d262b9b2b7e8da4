using JobSwipe.Migrations.Sql;

namespace JobSwipe.Migrations.Lint.Statements;

/// <summary>Reads CREATE TABLE and ALTER TABLE.</summary>
internal static class TableReader
{
    /// <summary>What follows CREATE; null when it is no table.</summary>
    public static CreateTable? Create(TokenCursor cursor)
    {
        var isTemporary = false;
        while (cursor.Current.Identifier is "global" or "local" or "temporary" or "temp" or "unlogged" or "foreign")
        {
            isTemporary |= cursor.Current.Identifier is "temporary" or "temp";
            cursor.Skip();
        }
        // A materialized view is filled from a query, and nobody can use it before.
        var isView = cursor.Accept("materialized", "view");
        if (!isView && !cursor.Accept("table")) return null;
        var ifNotExists = cursor.Accept("if", "not", "exists");
        if (cursor.Name() is not { } name) return null;
        var table = new CreateTable(name) { IfNotExists = ifNotExists, IsTemporary = isTemporary };
        var isPartition = cursor.Sees("partition", "of");
        var definitions = isPartition ? [] : TokenCursor.Parts(cursor.Parenthesized() ?? ArraySegment<SqlToken>.Empty).ToArray();
        var fromQuery = isView || (!isPartition && cursor.Until(at => at.Sees("as")) is var _ && cursor.Accept("as"));
        if (fromQuery) return table with { FromQuery = true };
        var columns = new List<Column>();
        var constraints = new List<Constraint>();
        foreach (var definition in definitions)
        {
            if (definition.Count == 0 || definition[0].Is("like")) continue;
            if (Constraint.Read(new TokenCursor(definition)) is { } constraint) constraints.Add(constraint);
            else if (Column.Read(new TokenCursor(definition)) is { } column) columns.Add(column);
        }
        return table with { Columns = columns, Constraints = constraints };
    }

    /// <summary>What follows ALTER; null when it is no table.</summary>
    public static AlterTable? Alter(TokenCursor cursor)
    {
        cursor.Accept("foreign");
        if (!cursor.Accept("table") || cursor.Sees("all", "in")) return null;
        cursor.Accept("if", "exists");
        cursor.Accept("only");
        if (cursor.Name() is not { } name) return null;
        cursor.Accept('*');
        return new AlterTable(name, [.. TokenCursor.Parts(cursor.Rest).Where(part => part.Count > 0).Select(Action)]);
    }

    private static TableAction Action(ArraySegment<SqlToken> tokens)
    {
        var cursor = new TokenCursor(tokens);
        return (Known(cursor) ?? new OtherAction(tokens)) with { Span = Span.Of(tokens) };
    }

    private static TableAction? Known(TokenCursor cursor)
    {
        if (cursor.Accept("add")) return Add(cursor);
        if (cursor.Accept("drop", "constraint")) return cursor.Accept("if", "exists") is var robust && cursor.Identifier() is { } dropped ? new DropConstraint(dropped, robust) : null;
        if (cursor.Accept("drop"))
        {
            cursor.Accept("column");
            return cursor.Accept("if", "exists") is var robust && cursor.Identifier() is { } name ? new DropColumn(name, robust) : null;
        }
        if (cursor.Accept("alter")) return cursor.Sees("constraint") ? null : AlterColumn(cursor);
        if (cursor.Accept("validate", "constraint")) return cursor.Identifier() is { } name ? new ValidateConstraint(name) : null;
        if (cursor.Accept("detach", "partition")) return new DetachPartition(cursor.Name() is { } && (cursor.Accept("concurrently") || cursor.Accept("finalize")));
        if (cursor.Accept("rename")) return Rename(cursor);
        return null;
    }

    private static TableAction? Add(TokenCursor cursor)
    {
        if (!cursor.Sees("column") && Constraint.Read(cursor) is { } constraint) return new AddConstraint(constraint);
        cursor.Accept("column");
        var robust = cursor.Accept("if", "not", "exists");
        return Column.Read(cursor) is { } column ? new AddColumn(column, robust) : null;
    }

    private static TableAction? AlterColumn(TokenCursor cursor)
    {
        cursor.Accept("column");
        if (cursor.Identifier() is not { } name) return null;
        if (cursor.Accept("set", "not", "null")) return new SetNotNull(name);
        if (cursor.Accept("drop", "not", "null")) return new DropNotNull(name);
        if (cursor.Accept("set", "default")) return new ChangeDefault(name, IsDropped: false);
        if (cursor.Accept("drop", "default")) return new ChangeDefault(name, IsDropped: true);
        if (!cursor.Accept("set", "data", "type") && !cursor.Accept("type")) return null;
        return SqlType.Read(cursor) is { } type ? new ChangeType(name, type, cursor.Rest.Any(token => token.Is("using"))) : null;
    }

    private static TableAction? Rename(TokenCursor cursor)
    {
        if (cursor.Accept("to")) return cursor.Identifier() is { } table ? new RenameTable(table) : null;
        if (cursor.Sees("constraint")) return null;
        cursor.Accept("column");
        return cursor.Identifier() is { } name && cursor.Accept("to") && cursor.Identifier() is { } to ? new RenameColumn(name, to) : null;
    }
}
