using JobSwipe.Migrations.Sql;

namespace JobSwipe.Migrations.Lint.Statements;

internal enum ConstraintKind
{
    Check,
    Unique,
    PrimaryKey,
    ForeignKey,
    Exclude,
    NotNull,
}

/// <summary>A constraint, of a table or of one column.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Name">Its name; null when PostgreSQL chooses one.</param>
/// <param name="Columns">The columns it names; of a column's own constraint, that column.</param>
/// <param name="Expression">What a CHECK demands.</param>
/// <param name="References">The table that a foreign key refers to.</param>
/// <param name="NotValid">Whether the rows that are there are left unread.</param>
/// <param name="UsingIndex">Whether it takes over an index that exists.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record Constraint(
    ConstraintKind Kind, string? Name, IReadOnlyList<string> Columns, ArraySegment<SqlToken> Expression, SqlName? References, bool NotValid, bool UsingIndex, Span Span)
{
    /// <summary>The column that a CHECK keeps from being null, and does nothing else; null for any other.</summary>
    public string? NotNullColumn => Kind == ConstraintKind.NotNull ? (Columns.Count > 0 ? Columns[0] : null) : Kind == ConstraintKind.Check ? NotNullIn(Expression) : null;

    /// <summary>The column of <c>column IS NOT NULL</c>.</summary>
    public static string? NotNullIn(ArraySegment<SqlToken> expression)
    {
        while (expression.Count > 2 && expression[0].Is('(') && expression[^1].Is(')')) expression = expression[1..^1];
        var cursor = new TokenCursor(expression);
        return cursor.Identifier() is { } column && cursor.Accept("is", "not", "null") && cursor.AtEnd ? column : null;
    }

    /// <summary>Reads a constraint of a table; null when none comes next.</summary>
    public static Constraint? Read(TokenCursor cursor)
    {
        var start = cursor.Mark;
        var name = cursor.Accept("constraint") ? cursor.Identifier() : null;
        if (KindOf(cursor) is not { } kind) return null;
        ArraySegment<SqlToken> expression = ArraySegment<SqlToken>.Empty;
        SqlName? references = null;
        var usingIndex = cursor.Accept("using", "index");
        if (usingIndex) cursor.Identifier();
        cursor.Accept("nulls", "not", "distinct");
        cursor.Accept("nulls", "distinct");
        if (kind == ConstraintKind.Exclude && cursor.Accept("using")) cursor.Identifier();
        IReadOnlyList<string> columns = [];
        if (kind == ConstraintKind.NotNull) columns = cursor.Identifier() is { } column ? [column] : [];
        else if (cursor.Parenthesized() is { } inner)
        {
            expression = inner;
            if (kind != ConstraintKind.Check) columns = Names(inner);
        }
        if (kind == ConstraintKind.ForeignKey && cursor.Accept("references")) references = cursor.Name();
        var notValid = false;
        while (!cursor.AtEnd)
        {
            if (cursor.Accept("not", "valid")) notValid = true;
            else cursor.SkipOne();
        }
        return new Constraint(kind, name, columns, expression, references, notValid, usingIndex, Span.Of(cursor.Since(start)));
    }

    internal static IReadOnlyList<string> Names(ArraySegment<SqlToken> list) =>
        [.. TokenCursor.Parts(list).Where(part => part.Count > 0).Select(part => part[0].Identifier).OfType<string>()];

    private static ConstraintKind? KindOf(TokenCursor cursor) =>
        cursor.Accept("check") ? ConstraintKind.Check
        : cursor.Accept("unique") ? ConstraintKind.Unique
        : cursor.Accept("primary", "key") ? ConstraintKind.PrimaryKey
        : cursor.Accept("foreign", "key") ? ConstraintKind.ForeignKey
        : cursor.Accept("not", "null") ? ConstraintKind.NotNull
        : cursor.Sees("exclude") && (cursor.Peek(1).Is('(') || cursor.Peek(1).Is("using")) && cursor.Accept("exclude") ? ConstraintKind.Exclude
        : null;
}
