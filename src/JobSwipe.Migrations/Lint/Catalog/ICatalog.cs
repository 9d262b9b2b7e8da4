namespace JobSwipe.Migrations.Lint.Catalog;

/// <summary>What a database knows that a script does not say.</summary>
public interface ICatalog
{
    /// <summary>A table; null when there is none of that name.</summary>
    /// <param name="schema">Its schema; null looks along the search path.</param>
    /// <param name="name">Its name.</param>
    TableFacts? Table(string? schema, string name);

    /// <summary>The table of an index; null when there is none of that name.</summary>
    TableFacts? TableOfIndex(string? schema, string name);

    /// <summary>Whether any function of this name is volatile; null when there is none.</summary>
    bool? IsVolatile(string function);

    /// <summary>Whether sessions work in UTC, where timestamp and timestamptz are stored alike.</summary>
    bool IsUtc { get; }
}
