namespace JobSwipe.Monitoring.Catalogue;

/// <summary>The migrations' journal, read by the PostgreSQL exporter with the query in <c>queries.yml</c>.</summary>
public static class MigrationMetrics
{
    public static Gauge Applied { get; } = new("jobswipe_migrations_applied", "Migrations in force", Label.Server);
    public static Gauge Unfinished { get; } = new("jobswipe_migrations_unfinished", "Migrations that were begun and have not ended", Label.Server);
    public static Gauge LastApplied { get; } = new("jobswipe_migrations_last_applied_timestamp_seconds", "When the newest one began, Unix time", Label.Server);
    public static Gauge InvalidIndexes { get; } = new("jobswipe_migrations_invalid_indexes", "Indexes that a concurrent build left unusable", Label.Server);
}
