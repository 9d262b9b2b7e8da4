using Npgsql;

namespace JobSwipe.Migrations.Adoption;

/// <summary>Alembic's <c>alembic_version</c>: a table with a row for each head (alembic.sqlalchemy.org, "branches").</summary>
internal static class AlembicVersion
{
    /// <summary>Makes sure that Alembic is at one revision and no other.</summary>
    /// <returns>Whether Alembic knows this database at all.</returns>
    /// <exception cref="AlembicRevisionWrong">It is not.</exception>
    public static async Task<bool> RequireAsync(NpgsqlConnection connection, string? expected, CancellationToken cancellation)
    {
        await using var find = new NpgsqlCommand("""
            select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relname = 'alembic_version' and c.relkind = 'r' limit 1
            """, connection);
        if (await find.ExecuteScalarAsync(cancellation) is not string table)
            return expected is null ? false : throw new AlembicRevisionWrong(connection.Database, expected, null);
        await using var read = new NpgsqlCommand($"select version_num::text from {table} order by 1", connection);
        await using var reader = await read.ExecuteReaderAsync(cancellation);
        var found = new List<string>();
        while (await reader.ReadAsync(cancellation)) found.Add(reader.GetString(0));
        return found.Count == 1 && found[0] == expected ? true : throw new AlembicRevisionWrong(connection.Database, expected, found);
    }
}
