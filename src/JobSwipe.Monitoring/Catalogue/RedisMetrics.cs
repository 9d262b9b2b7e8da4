namespace JobSwipe.Monitoring.Catalogue;

/// <summary>Of the Redis exporter (oliver006/redis_exporter), with <c>--check-single-keys=celery</c>. From its documentation; not run against a Redis here.</summary>
public static class RedisMetrics
{
    public static Gauge Up { get; } = new("redis_up", "1 when the server answered");
    public static Gauge KeySize { get; } = new("redis_key_size", "Length of a list; Celery's queue is the list 'celery'", Label.Database, Label.Key);
    public static Gauge MemoryUsed { get; } = new("redis_memory_used_bytes", "Memory in use");
    public static Gauge MemoryMax { get; } = new("redis_memory_max_bytes", "Memory that it may use; 0 is no limit");
    public static Gauge Clients { get; } = new("redis_connected_clients", "Clients connected");
}
