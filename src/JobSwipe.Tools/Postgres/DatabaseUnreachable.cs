namespace JobSwipe.Tools.Postgres;

/// <summary>A database does not answer.</summary>
public sealed class DatabaseUnreachable(DatabaseUrl url, string why, Exception? inner = null) : DeliveryError(
    $"The database {url.Host}:{url.Port}/{url.Database} cannot be reached: {why.TrimEnd('.')}.",
    "Check that the server runs and that host and port in --database-url are right.", inner);
