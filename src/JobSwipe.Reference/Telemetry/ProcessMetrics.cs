using System.Diagnostics;

namespace JobSwipe.Reference.Telemetry;

/// <summary>The standard process metrics under the names that Prometheus' own client libraries use.</summary>
internal static class ProcessMetrics
{
    public static void Register(AppMetrics metrics)
    {
        var started = Process.GetCurrentProcess().StartTime.ToUniversalTime();
        var cpu = metrics.Counter("process_cpu_seconds_total", "CPU time used");
        var memory = metrics.Gauge("process_resident_memory_bytes", "Memory in use");
        var threads = metrics.Gauge("process_threads", "Threads");
        metrics.Gauge("process_start_time_seconds", "When the process started, Unix time").Set((started - DateTime.UnixEpoch).TotalSeconds);
        metrics.Registry.AddBeforeCollectCallback(() =>
        {
            using var process = Process.GetCurrentProcess();
            cpu.IncTo(process.TotalProcessorTime.TotalSeconds);
            memory.Set(process.WorkingSet64);
            threads.Set(process.Threads.Count);
            metrics.UptimeSeconds.Set((DateTime.UtcNow - started).TotalSeconds);
        });
    }
}
