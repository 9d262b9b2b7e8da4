namespace JobSwipe.Backups;

/// <summary>A run of pg_dumpall for what belongs to no database: roles and tablespaces. Passwords stay out.</summary>
/// <param name="Database">The database to connect to; pg_dumpall takes none from the environment.</param>
internal sealed record PgDumpAllSettings(string Database)
{
    /// <summary>The argument list.</summary>
    public IReadOnlyList<string> ToArguments() => ["--globals-only", "--no-role-passwords", "--no-password", $"--database={Database}"];
}
