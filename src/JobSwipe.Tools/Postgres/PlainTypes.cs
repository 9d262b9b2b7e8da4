using Npgsql;

namespace JobSwipe.Tools.Postgres;

/// <summary>A session that uses only built-in types.</summary>
public static class PlainTypes
{
    /// <summary>Leaves the catalog of types unread: one round trip less for each connection, and much of a short run's time.</summary>
    public static void WithPlainTypes(this NpgsqlConnectionStringBuilder builder)
    {
        // Npgsql wants this set on a data source; a connection of one's own, outside any pool, has none.
#pragma warning disable CS0618
        builder.ServerCompatibilityMode = ServerCompatibilityMode.NoTypeLoading;
#pragma warning restore CS0618
    }
}
