namespace JobSwipe.Backups.Tests;

/// <summary>A clock that stands where it is put.</summary>
public sealed class Clock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
