namespace JobSwipe.Monitoring.Expressions;

/// <summary>A time as Prometheus and Alertmanager write it: one number and one unit.</summary>
public static class Duration
{
    /// <summary>The largest unit that needs no fraction.</summary>
    public static string Text(TimeSpan time) => time.TotalMilliseconds % 1000 != 0 ? $"{time.TotalMilliseconds:0}ms"
        : time == TimeSpan.Zero ? "0s"
        : time.TotalSeconds % 86400 == 0 ? $"{time.TotalDays:0}d"
        : time.TotalSeconds % 3600 == 0 ? $"{time.TotalHours:0}h"
        : time.TotalSeconds % 60 == 0 ? $"{time.TotalMinutes:0}m"
        : $"{time.TotalSeconds:0}s";
}
