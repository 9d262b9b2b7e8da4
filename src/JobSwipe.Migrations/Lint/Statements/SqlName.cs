namespace JobSwipe.Migrations.Lint.Statements;

/// <summary>The name of a table or another object, folded as PostgreSQL does.</summary>
/// <param name="Schema">The schema; null when it was left to the search path.</param>
/// <param name="Name">The name itself.</param>
/// <param name="Span">Where it stands.</param>
internal readonly record struct SqlName(string? Schema, string Name, Span Span)
{
    /// <summary>Whether both may be the same object: a name without a schema is taken to be the one that has any.</summary>
    public bool Matches(SqlName other) => Name == other.Name && (Schema is null || other.Schema is null || Schema == other.Schema);

    // DynamicSql writes underscores for what it cannot know.
    public override string ToString() => Name.All(letter => letter == '_') ? "a name that is made at run time" : Schema is null ? Name : $"{Schema}.{Name}";
}
