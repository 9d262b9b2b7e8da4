using JobSwipe.Tools;

namespace JobSwipe.Backups;

/// <summary>A part of a backup could not be made. What was written of it is removed.</summary>
public sealed class BackupFailed(string what, DeliveryError inner) : DeliveryError(
    $"The backup stopped at {what}: {inner.Problem}", $"{inner.Remedy} Nothing of this backup was kept; older ones are untouched.", inner);
