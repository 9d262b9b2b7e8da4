namespace JobSwipe.LocalFly.Api;

/// <summary>A machine's end; null for what its configuration says.</summary>
internal sealed record StopRequest(string? Signal = null, TimeSpan? Timeout = null);
