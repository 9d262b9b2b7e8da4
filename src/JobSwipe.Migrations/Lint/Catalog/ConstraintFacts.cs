namespace JobSwipe.Migrations.Lint.Catalog;

/// <summary>A constraint of the catalog.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Definition">As <c>pg_get_constraintdef</c> prints it.</param>
/// <param name="IsValid">Whether it holds for every row.</param>
/// <param name="Columns">The columns it reads.</param>
public sealed record ConstraintFacts(string Name, string Definition, bool IsValid, IReadOnlyList<string> Columns);
