namespace JobSwipe.Tools.Postgres;

/// <summary>The server has no database of that name.</summary>
public sealed class DatabaseMissing(DatabaseUrl url, Exception? inner = null) : DeliveryError(
    $"The server {url.Host}:{url.Port} has no database '{url.Database}'.",
    "Create it with createdb, or correct the name in --database-url.", inner);
