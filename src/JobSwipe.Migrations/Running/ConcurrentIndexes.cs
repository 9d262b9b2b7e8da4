using JobSwipe.Migrations.Sql;
using Npgsql;

namespace JobSwipe.Migrations.Running;

/// <summary>
/// Indexes that are built without a transaction. A build that was killed, or did not get its lock, leaves an index that is kept up to date and never
/// used, and <c>IF NOT EXISTS</c> takes it for the real one.
/// </summary>
internal sealed class ConcurrentIndexes(NpgsqlConnection connection, Action<string> say)
{
    private readonly List<(string Index, string Table)> _built = [];

    /// <summary>Before a statement that builds an index concurrently: removes what an earlier attempt left of it.</summary>
    public async Task DropInvalidAsync(SqlStatement statement, CancellationToken cancellation)
    {
        if (Built(statement) is not { } index) return;
        _built.Add(index);
        foreach (var left in await InvalidAsync(index, cancellation))
        {
            say($"{left} was left invalid by a build that did not end; it is dropped and built again");
            await using var drop = new NpgsqlCommand($"drop index concurrently if exists {left}", connection);
            await drop.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <exception cref="IndexInvalid">An index of the script is not valid at its end.</exception>
    public async Task RequireValidAsync(string file, CancellationToken cancellation)
    {
        var invalid = new List<string>();
        foreach (var index in _built) invalid.AddRange(await InvalidAsync(index, cancellation));
        if (invalid.Count > 0) throw new IndexInvalid(file, invalid);
    }

    /// <summary>Name and table of what <c>CREATE [UNIQUE] INDEX CONCURRENTLY [IF NOT EXISTS] name ON [ONLY] table</c> builds; null for anything else.</summary>
    internal static (string Index, string Table)? Built(SqlStatement statement)
    {
        var tokens = statement.Tokens;
        var at = statement.StartsWith("create", "unique", "index", "concurrently") ? 4 : statement.StartsWith("create", "index", "concurrently") ? 3 : 0;
        if (at == 0) return null;
        if (tokens.Count > at && tokens[at].Is("if")) at += 3;
        // Without a name the server chooses one that is free.
        if (tokens.Count < at + 3 || tokens[at].Is("on") || !tokens[at + 1].Is("on")) return null;
        var name = tokens[at].Kind == SqlTokenKind.QuotedIdentifier ? tokens[at].Text[1..^1].Replace("\"\"", "\"") : tokens[at].Text.ToLowerInvariant();
        at += tokens[at + 2].Is("only") ? 3 : 2;
        var table = tokens[at].Text;
        if (tokens.Count > at + 2 && tokens[at + 1].Is('.')) table += "." + tokens[at + 2].Text;
        return (name, table);
    }

    private async Task<IReadOnlyList<string>> InvalidAsync((string Index, string Table) index, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("""
            select format('%I.%I', n.nspname, c.relname) from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
            where not i.indisvalid and c.relname = $1 and i.indrelid = to_regclass($2)
            """, connection)
        { Parameters = { new() { Value = index.Index }, new() { Value = index.Table } } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<string>();
        while (await reader.ReadAsync(cancellation)) found.Add(reader.GetString(0));
        return found;
    }
}
