namespace JobSwipe.Releases.Smoke;

/// <summary>The service level objective that a new release is held to.</summary>
public sealed record Slo
{
    /// <summary>The share of requests that may fail, from 0 to 1.</summary>
    public double ErrorRate { get; init; } = 0.01;

    /// <summary>The 99th percentile that answers to the probe must not exceed, in milliseconds.</summary>
    public double P99Milliseconds { get; init; } = 1000;

    /// <summary>How long a release is watched after its switch, in seconds.</summary>
    public double WatchSeconds { get; init; } = 60;

    /// <summary>PromQL that yields the share of the application's requests that fail; null when only the probe counts.</summary>
    public string? Query { get; init; }
}
