namespace JobSwipe.Backups;

/// <summary>A table's schema and name, unquoted.</summary>
public sealed record TableName(string Schema, string Name)
{
    /// <summary>As SQL writes it.</summary>
    public string ToSql() => $"{Quote(Schema)}.{Quote(Name)}";

    /// <summary>As a pattern of pg_dump that matches this table only (psql documentation, patterns: quotes take the meaning of * ? and .).</summary>
    public string ToPattern() => ToSql();

    /// <inheritdoc/>
    public override string ToString() => $"{Schema}.{Name}";

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"")}\"";
}
