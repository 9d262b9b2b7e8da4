namespace Nuke.Common.Printing;

/// <summary>Durations as people say them.</summary>
internal static class DurationText
{
    public static string Of(TimeSpan duration) => duration switch
    {
        { TotalSeconds: < 0.05 } => "0.0s",
        { TotalSeconds: < 60 } => $"{duration.TotalSeconds:0.0}s",
        { TotalMinutes: < 60 } => $"{duration.Minutes}m {duration.Seconds:00}s",
        _ => $"{(int)duration.TotalHours}h {duration.Minutes:00}m"
    };
}
