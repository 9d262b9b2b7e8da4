using JobSwipe.Tools;

namespace JobSwipe.Storage;

/// <summary>The server refused a request because this machine's clock differs too much from its own; S3 allows 15 minutes.</summary>
public sealed class ClockSkewed(string location, Exception? inner = null) : DeliveryError(
    $"The object store {location} refused a request because this machine's clock ({DateTimeOffset.UtcNow:yyyy-MM-dd HH:mm:ss} UTC) differs from its own by more than 15 minutes.",
    "Set the clock: timedatectl set-ntp true", inner);
