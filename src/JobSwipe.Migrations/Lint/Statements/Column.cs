using JobSwipe.Migrations.Sql;

namespace JobSwipe.Migrations.Lint.Statements;

/// <summary>A column as CREATE TABLE or ADD COLUMN defines it.</summary>
internal sealed record Column(string Name, SqlType Type, Span Span)
{
    public bool NotNull { get; init; }

    /// <summary>The expression after DEFAULT; empty without.</summary>
    public ArraySegment<SqlToken> Default { get; init; } = ArraySegment<SqlToken>.Empty;

    /// <summary>Where GENERATED ALWAYS AS (…) STORED stands; null without.</summary>
    public Span? Stored { get; init; }

    public Span? Identity { get; init; }

    public IReadOnlyList<Constraint> Constraints { get; init; } = [];

    public bool HasDefault => Default.Count > 0 && !(Default.Count == 1 && Default[0].Is("null"));

    public Constraint? Find(ConstraintKind kind) => Constraints.FirstOrDefault(constraint => constraint.Kind == kind);

    /// <summary>Reads a definition: name, type, and what may follow in any order.</summary>
    public static Column? Read(TokenCursor cursor)
    {
        var start = cursor.Mark;
        if (cursor.Identifier() is not { } name || SqlType.Read(cursor) is not { } type) return null;
        var column = new Column(name, type, default);
        var constraints = new List<Constraint>();
        while (!cursor.AtEnd)
        {
            var from = cursor.Mark;
            if (cursor.Accept("constraint")) cursor.Identifier();
            if (cursor.Accept("not", "null")) column = column with { NotNull = true };
            else if (cursor.Accept("default")) column = column with { Default = Expression(cursor) };
            else if (cursor.Accept("primary", "key")) Add(ConstraintKind.PrimaryKey);
            else if (cursor.Accept("unique")) Add(ConstraintKind.Unique);
            else if (cursor.Accept("check")) Add(ConstraintKind.Check, cursor.Parenthesized() ?? ArraySegment<SqlToken>.Empty);
            else if (cursor.Accept("references")) Add(ConstraintKind.ForeignKey, references: cursor.Name());
            else if (cursor.Accept("generated"))
            {
                if (!cursor.Accept("always")) cursor.Accept("by", "default");
                cursor.Accept("as");
                var isIdentity = cursor.Accept("identity");
                cursor.Parenthesized();
                var span = Span.Of(cursor.Since(from));
                if (isIdentity) column = column with { Identity = span };
                else if (cursor.Accept("stored")) column = column with { Stored = Span.Of(cursor.Since(from)) };
            }
            else cursor.SkipOne();

            void Add(ConstraintKind kind, ArraySegment<SqlToken> expression = default, SqlName? references = null) =>
                constraints.Add(new Constraint(kind, null, [name], expression, references, NotValid: false, UsingIndex: false, Span.Of(cursor.Since(from))));
        }
        return column with { Constraints = constraints, Span = Span.Of(cursor.Since(start)) };
    }

    // The first token always belongs to it: DEFAULT NULL NOT NULL.
    private static ArraySegment<SqlToken> Expression(TokenCursor cursor)
    {
        var start = cursor.Mark;
        cursor.SkipOne();
        cursor.Until(at => at.Sees("not", "null")
            || at.Current.Identifier is "constraint" or "null" or "check" or "unique" or "primary" or "references" or "generated" or "collate");
        return cursor.Since(start);
    }
}
