using System.Text;
using Npgsql;

namespace JobSwipe.Backups;

/// <summary>How a database encodes and orders text; a restored one must do it likewise, or indexes and constraints may not hold.</summary>
/// <param name="Encoding">Such as <c>UTF8</c>.</param>
/// <param name="Collate">LC_COLLATE.</param>
/// <param name="CharacterType">LC_CTYPE.</param>
/// <param name="IcuLocale">The ICU locale; null with the C library's.</param>
public sealed record DatabaseLocale(string Encoding, string Collate, string CharacterType, string? IcuLocale)
{
    internal static async Task<DatabaseLocale> ReadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        // The columns' names differ between versions: daticulocale in 15 and 16, datlocale and providers since 17.
        await using var command = new NpgsqlCommand("""
            select pg_catalog.pg_encoding_to_char(encoding), datcollate, datctype,
              case when to_jsonb(d) ->> 'datlocprovider' = 'i' then coalesce(to_jsonb(d) ->> 'daticulocale', to_jsonb(d) ->> 'datlocale') end
            from pg_catalog.pg_database d where datname = current_database()
            """, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new DatabaseLocale(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3));
    }

    /// <summary>The options of CREATE DATABASE.</summary>
    internal string ToSql()
    {
        var sql = new StringBuilder($"template template0 encoding {Literal(Encoding)} lc_collate {Literal(Collate)} lc_ctype {Literal(CharacterType)}");
        if (IcuLocale is not null) sql.Append($" locale_provider icu icu_locale {Literal(IcuLocale)}");
        return sql.ToString();
    }

    private static string Literal(string text) => $"'{text.Replace("'", "''")}'";
}
