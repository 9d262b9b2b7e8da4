using JobSwipe.Tools;

namespace JobSwipe.Migrations;

/// <summary>A database has no journal, so nothing says what its schema should be.</summary>
public sealed class SchemaNotJournalled(string database) : DeliveryError(
    $"The database '{database}' has no journal of migrations.", "Migrate it first, or adopt it with MigrateBaseline.");
