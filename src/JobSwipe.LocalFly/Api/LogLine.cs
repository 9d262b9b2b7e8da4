namespace JobSwipe.LocalFly.Api;

/// <summary>A line that a machine's program printed.</summary>
internal sealed record LogLine(DateTimeOffset Timestamp, string Instance, string Message);
