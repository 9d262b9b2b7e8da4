namespace JobSwipe.Monitoring.Catalogue;

/// <summary>Of the node exporter (prometheus/node_exporter 1.5). Tested against a running one.</summary>
public static class NodeMetrics
{
    private static readonly Label[] FileSystem = [Label.Device, Label.FileSystemType, Label.MountPoint];

    public static Gauge DiskAvailable { get; } = new("node_filesystem_avail_bytes", "Space that ordinary users can fill", FileSystem);
    public static Gauge DiskSize { get; } = new("node_filesystem_size_bytes", "Size of the file system", FileSystem);
    public static Gauge MemoryAvailable { get; } = new("node_memory_MemAvailable_bytes", "Memory that programs can have without swapping");
    public static Gauge MemoryTotal { get; } = new("node_memory_MemTotal_bytes", "Memory of the machine");
    public static Gauge Load5 { get; } = new("node_load5", "Runnable tasks, average of five minutes");
    public static Counter CpuSeconds { get; } = new("node_cpu_seconds_total", "CPU time by mode", Label.Cpu, Label.Mode);
    public static Gauge Clock { get; } = new("node_time_seconds", "The machine's clock, Unix time");
    public static Counter Received { get; } = new("node_network_receive_bytes_total", "Bytes received", Label.Device);
    public static Counter Sent { get; } = new("node_network_transmit_bytes_total", "Bytes sent", Label.Device);
    public static Gauge TextFileError { get; } = new("node_textfile_scrape_error", "1 when a file of metrics could not be read");
}
