namespace JobSwipe.Tools.Postgres;

/// <summary>The server answers, but not to this user: a wrong password, no such role, or no rule that lets it in.</summary>
public sealed class DatabaseLoginRefused(DatabaseUrl url, string why, Exception? inner = null) : DeliveryError(
    $"The server {url.Host}:{url.Port} refused the log-in of '{url.User}' to '{url.Database}': {why.TrimEnd('.')}.",
    "Check user and password in --database-url, and pg_hba.conf on the server.", inner);
