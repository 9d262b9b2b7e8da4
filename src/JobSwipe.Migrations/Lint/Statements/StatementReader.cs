using JobSwipe.Migrations.Sql;

namespace JobSwipe.Migrations.Lint.Statements;

/// <summary>Tells what a statement is. It is no parser: what it does not know becomes <see cref="OtherStatement"/>, and it never fails.</summary>
internal static class StatementReader
{
    private static readonly string[] ObjectKinds =
    [
        "table", "index", "view", "materialized view", "foreign table", "sequence", "type", "domain", "schema", "database", "extension",
        "function", "procedure", "aggregate", "trigger", "policy", "rule", "role", "collation", "publication", "subscription", "statistics",
    ];

    /// <summary>All statements of a script.</summary>
    /// <exception cref="SqlUnfinished">A string, an identifier or a comment does not end.</exception>
    public static IReadOnlyList<Statement> ReadAll(string script) => [.. SqlStatement.Split(script).Select(statement => Read(statement.Tokens.ToArray()))];

    /// <summary>One statement.</summary>
    public static Statement Read(ArraySegment<SqlToken> tokens)
    {
        var cursor = new TokenCursor(tokens);
        var statement = First(cursor) ?? new OtherStatement();
        return statement with { Tokens = tokens, Span = Span.Of(tokens) };
    }

    private static Statement? First(TokenCursor cursor) => cursor.Current.Identifier switch
    {
        "create" => Create(cursor),
        "alter" => Alter(cursor),
        "drop" => Drop(cursor),
        "truncate" => Truncate(cursor),
        "reindex" => Reindex(cursor),
        "vacuum" => Vacuum(cursor),
        "cluster" => Cluster(cursor),
        "set" => Set(cursor),
        "do" => BlockReader.Read(cursor),
        "insert" or "update" or "delete" or "merge" or "with" => DataChangeReader.Read(cursor),
        "begin" or "start" => new TransactionControl(TransactionStep.Begin),
        "commit" or "end" => new TransactionControl(TransactionStep.Commit),
        "abort" => new TransactionControl(TransactionStep.Rollback),
        "rollback" when !cursor.Rest.Any(token => token.Is("to") || token.Is("prepared")) => new TransactionControl(TransactionStep.Rollback),
        _ => null,
    };

    private static Statement? Create(TokenCursor cursor)
    {
        cursor.Skip();
        cursor.Accept("or", "replace");
        if (cursor.Accept("domain")) return Domain(cursor);
        if (cursor.Sees("unique", "index") || cursor.Sees("index")) return Index(cursor);
        return TableReader.Create(cursor);
    }

    private static CreateDomain? Domain(TokenCursor cursor)
    {
        if (cursor.Name() is null) return null;
        cursor.Accept("as");
        SqlType.Read(cursor);
        if (cursor.Accept("collate")) cursor.Name();
        if (cursor.Accept("default")) cursor.Until(IsConstraint);
        cursor.Until(IsConstraint);
        return new CreateDomain(cursor.AtEnd ? null : Span.Of(cursor.Rest));

        static bool IsConstraint(TokenCursor at) => at.Sees("constraint") || at.Sees("check") || at.Sees("not", "null");
    }

    private static CreateIndex? Index(TokenCursor cursor)
    {
        var unique = cursor.Accept("unique");
        cursor.Accept("index");
        var concurrently = cursor.Accept("concurrently");
        var ifNotExists = cursor.Accept("if", "not", "exists");
        var name = cursor.Sees("on") ? null : cursor.Name()?.Name;
        if (!cursor.Accept("on")) return null;
        var only = cursor.Accept("only");
        if (cursor.Name() is not { } table) return null;
        if (cursor.Accept("using")) cursor.Identifier();
        var columns = TokenCursor.Parts(cursor.Parenthesized() ?? ArraySegment<SqlToken>.Empty)
            .Select(part => part.Count > 0 && (part.Count == 1 || !part[1].Is('(')) ? part[0].Identifier ?? "" : "");
        return new CreateIndex(name, table, [.. columns]) { Unique = unique, Concurrently = concurrently, IfNotExists = ifNotExists, Only = only };
    }

    private static Statement? Alter(TokenCursor cursor)
    {
        cursor.Skip();
        if (cursor.Accept("domain"))
        {
            if (cursor.Name() is null || !cursor.Accept("add")) return null;
            var from = cursor.Mark;
            return Constraint.Read(cursor) is { NotValid: false } ? new AlterDomainAdd(Span.Of(cursor.Since(from))) : null;
        }
        if (cursor.Accept("type"))
        {
            if (cursor.Name() is null || !cursor.Accept("add", "value")) return null;
            var robust = cursor.Accept("if", "not", "exists");
            var value = Span.Of(cursor.Current);
            cursor.Skip();
            return new AddEnumValue(cursor.Sees("before") || cursor.Sees("after"), robust, value);
        }
        return TableReader.Alter(cursor);
    }

    private static DropObjects? Drop(TokenCursor cursor)
    {
        cursor.Skip();
        var kind = cursor.Identifier() ?? "";
        if (kind is "materialized" or "foreign") kind += " " + cursor.Identifier();
        if (!ObjectKinds.Contains(kind)) return null;
        var concurrently = cursor.Accept("concurrently");
        var ifExists = cursor.Accept("if", "exists");
        return new DropObjects(kind, Names(cursor), ifExists, concurrently);
    }

    private static Truncate Truncate(TokenCursor cursor)
    {
        cursor.Skip();
        cursor.Accept("table");
        var tables = Names(cursor);
        var cascade = cursor.Rest.Where(token => token.Is("cascade")).Select(token => (Span?)Span.Of(token)).FirstOrDefault();
        return new Truncate(tables, cascade);
    }

    private static Reindex Reindex(TokenCursor cursor)
    {
        cursor.Skip();
        var concurrently = TurnedOn(cursor.Parenthesized(), "concurrently");
        var kind = cursor.Identifier() ?? "";
        concurrently |= cursor.Accept("concurrently");
        return new Reindex(kind, cursor.Name(), concurrently);
    }

    private static RewriteTable? Vacuum(TokenCursor cursor)
    {
        cursor.Skip();
        var full = TurnedOn(cursor.Parenthesized(), "full") | cursor.Accept("full");
        while (cursor.Accept("freeze") || cursor.Accept("verbose") || cursor.Accept("analyze")) { }
        return full ? new RewriteTable("VACUUM FULL", Names(cursor)) : null;
    }

    private static RewriteTable Cluster(TokenCursor cursor)
    {
        cursor.Skip();
        cursor.Parenthesized();
        cursor.Accept("verbose");
        var names = Names(cursor);
        // CLUSTER index ON table is the old way to write it.
        return new RewriteTable("CLUSTER", cursor.Accept("on") ? Names(cursor) : names);
    }

    private static List<SqlName> Names(TokenCursor cursor)
    {
        var names = new List<SqlName>();
        do
        {
            cursor.Accept("only");
            if (cursor.Name() is { } name) names.Add(name);
            cursor.Parenthesized();
            cursor.Accept('*');
        }
        while (cursor.Accept(','));
        return names;
    }

    // (FULL), (FULL true), (FULL off): as for any option in parentheses.
    private static bool TurnedOn(ArraySegment<SqlToken>? options, string name) => options is { } list && TokenCursor.Parts(list)
        .Any(part => part.Count > 0 && part[0].Is(name) && (part.Count == 1 || part[1].Text.Trim('\'').ToLowerInvariant() is "true" or "on" or "1"));

    private static SetVariable? Set(TokenCursor cursor)
    {
        cursor.Skip();
        if (!cursor.Accept("local")) cursor.Accept("session");
        if (cursor.Name() is not { Schema: null } name) return null;
        if (!cursor.Accept('=')) cursor.Accept("to");
        return new SetVariable(name.Name, string.Concat(cursor.Rest.Select(token => token.Text)).Trim('\'').ToLowerInvariant());
    }
}
