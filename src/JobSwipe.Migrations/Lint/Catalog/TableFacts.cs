namespace JobSwipe.Migrations.Lint.Catalog;

/// <summary>A table of the catalog.</summary>
/// <param name="Schema">Its schema.</param>
/// <param name="Name">Its name.</param>
/// <param name="Rows">About how many rows, as of the last ANALYZE; null when there never was one and it is not empty.</param>
/// <param name="Columns">The columns' types, as <c>format_type</c> prints them, by name.</param>
/// <param name="Constraints">The constraints.</param>
/// <param name="Indexed">The columns that any index reads.</param>
public sealed record TableFacts(
    string Schema, string Name, long? Rows, IReadOnlyDictionary<string, string> Columns, IReadOnlyList<ConstraintFacts> Constraints, IReadOnlyList<string> Indexed);
