using JobSwipe.Migrations.Sql;

namespace JobSwipe.Migrations.Running;

/// <summary>A script or an undo, split into statements and checked for what the runner cannot allow.</summary>
internal sealed record PreparedScript(string File, string Sql, ScriptHeader Header, IReadOnlyList<SqlStatement> Statements)
{
    private static readonly string[] TransactionControl = ["begin", "start", "commit", "end", "rollback", "abort", "savepoint", "release"];

    /// <summary>Whether it may keep others from a table that was there before it.</summary>
    public bool MayTakeForeignLocks { get; } = Statements.Any(ForeignLocks.MayTake);

    /// <exception cref="ScriptNotUsable">A statement is not allowed in a script, or does not end.</exception>
    public static PreparedScript Prepare(string file, string sql)
    {
        var header = ScriptHeader.Parse(file, sql);
        try
        {
            var statements = SqlStatement.Split(sql);
            foreach (var statement in statements) Check(file, sql, statement);
            return new PreparedScript(file, sql, header, statements);
        }
        catch (SqlUnfinished unfinished)
        {
            throw new ScriptNotUsable(file, SqlPlace.Of(sql, unfinished.Offset).Line, unfinished.Message, "End it.");
        }
    }

    private static void Check(string file, string sql, SqlStatement statement)
    {
        var line = SqlPlace.Of(sql, statement.Offset).Line;
        if (TransactionControl.Any(word => statement.StartsWith(word)) || statement.StartsWith("prepare", "transaction"))
            throw new ScriptNotUsable(file, line, $"it holds {statement.Tokens[0].Text.ToUpperInvariant()}",
                "The runner begins and commits, with the journal's row in the same transaction. Remove it; for work in several transactions use '-- transaction: none'.");
        if (statement.StartsWith("copy") && statement.Tokens.Any(token => token.Is("stdin")))
            throw new ScriptNotUsable(file, line, "it holds COPY ... FROM STDIN", "Use INSERT ... VALUES.");
    }
}
