namespace JobSwipe.Tools.Postgres;

/// <summary>A database URL cannot be used. The message never repeats the URL: it may hold a password.</summary>
public sealed class DatabaseUrlInvalid(string why)
    : DeliveryError($"The database URL cannot be used: {why}.", "Give it as postgresql://user:password@host:5432/database, in --database-url or the variable DATABASE_URL.");
