using JobSwipe.Tools;

namespace JobSwipe.Backups;

/// <summary>A restore would replace a database that holds something. Nothing was changed.</summary>
public sealed class DatabaseNotEmpty(string database, long relations) : DeliveryError(
    $"The database '{database}' is not empty: it has {relations} tables, views or sequences.",
    "Restore into another name, or allow it with --replace: the old one is kept beside, renamed.");
