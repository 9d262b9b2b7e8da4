namespace JobSwipe.Monitoring.Catalogue;

/// <summary>Of Fly's managed Prometheus (fly.io/docs/monitoring/metrics), by federation.</summary>
public static class FlyMetrics
{
    private static readonly Label[] Machine = [Label.App, Label.Region, Label.Host];

    public static Counter EdgeResponses { get; } = new("fly_edge_http_responses_count", "Answers of Fly's edge", [.. Machine, Label.Status]);
    public static Histogram EdgeSeconds { get; } = new("fly_edge_http_response_time_seconds", "Time of answers at the edge", [.. Machine, Label.Status]);
    public static Counter TlsErrors { get; } = new("fly_edge_tls_handshake_errors", "TLS handshakes that failed", [.. Machine, Label.ServerName]);
    public static Gauge Concurrency { get; } = new("fly_app_concurrency", "Requests under way", Machine);
    public static Counter AppResponses { get; } = new("fly_app_http_responses_count", "Answers of the app's machines", [.. Machine, Label.Status]);
    public static Gauge Up { get; } = new("fly_instance_up", "1 while the machine runs", Machine);
    public static Gauge ExitCode { get; } = new("fly_instance_exit_code", "Exit code of the machine's process", Machine);
    public static Gauge ExitOutOfMemory { get; } = new("fly_instance_exit_oom", "1 when the process was killed for memory", Machine);
    public static Gauge Load { get; } = new("fly_instance_load_average", "Load average", [.. Machine, Label.Minutes]);
    public static Counter Cpu { get; } = new("fly_instance_cpu", "CPU time in hundredths of a second", [.. Machine, Label.CpuId, Label.Mode]);
    public static Gauge MemoryTotal { get; } = new("fly_instance_memory_mem_total", "Memory of the machine", Machine);
    public static Gauge MemoryAvailable { get; } = new("fly_instance_memory_mem_available", "Memory that can be had", Machine);
    public static Gauge VolumeSize { get; } = new("fly_volume_size_bytes", "Size of the volume", [.. Machine, Label.VolumeId]);
    public static Gauge VolumeUsed { get; } = new("fly_volume_used_pct", "Share of the volume in use, 0 to 100", [.. Machine, Label.VolumeId]);
}
