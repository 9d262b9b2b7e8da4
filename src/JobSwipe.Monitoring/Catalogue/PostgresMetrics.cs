namespace JobSwipe.Monitoring.Catalogue;

/// <summary>Of the PostgreSQL exporter (prometheus-community/postgres_exporter 0.11). Tested against a running one.</summary>
public static class PostgresMetrics
{
    private static readonly Label[] Database = [Label.DatabaseId, Label.DatabaseName, Label.Server];

    public static Gauge Up { get; } = new("pg_up", "1 when the server let the exporter in");
    public static Gauge Activity { get; } = new("pg_stat_activity_count", "Connections by state", Label.DatabaseName, Label.State, Label.Server);
    public static Gauge LongestTransaction { get; } = new("pg_stat_activity_max_tx_duration", "Age of the oldest transaction, seconds", Label.DatabaseName, Label.State, Label.Server);
    public static Gauge MaxConnections { get; } = new("pg_settings_max_connections", "Connections that the server takes", Label.Server);
    public static Counter Deadlocks { get; } = new("pg_stat_database_deadlocks", "Deadlocks", Database);
    public static Counter Commits { get; } = new("pg_stat_database_xact_commit", "Transactions committed", Database);
    public static Counter Rollbacks { get; } = new("pg_stat_database_xact_rollback", "Transactions rolled back", Database);
    public static Counter BlocksHit { get; } = new("pg_stat_database_blks_hit", "Blocks found in memory", Database);
    public static Counter BlocksRead { get; } = new("pg_stat_database_blks_read", "Blocks read from disk", Database);
    public static Gauge DatabaseSize { get; } = new("pg_database_size_bytes", "Size of a database", Label.DatabaseName, Label.Server);
    public static Gauge Locks { get; } = new("pg_locks_count", "Locks held or waited for", Label.DatabaseName, Label.Mode, Label.Server);
}
