using JobSwipe.Tools;

namespace JobSwipe.Migrations;

/// <summary>A database has tables, but nothing says which scripts made them. Nothing was run.</summary>
public sealed class DatabaseNotJournalled(string database, int tables) : DeliveryError(
    $"The database '{database}' has {tables} tables and no journal of migrations.",
    "If its schema is the baseline's, adopt it with MigrateBaseline; otherwise give an empty database.");
