namespace JobSwipe.Backups;

/// <summary>A backup as retention sees it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="TakenAt">When it was taken.</param>
/// <param name="Proved">Whether it was restored and found equal.</param>
/// <param name="Problem">Why it cannot be trusted; null for a good one.</param>
public sealed record RetentionCandidate(string Id, DateTimeOffset TakenAt, bool Proved = false, string? Problem = null);

/// <summary>What becomes of a backup, and why.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Keep">Whether it stays.</param>
/// <param name="Why">The reason, for people.</param>
public sealed record RetentionDecision(string Id, bool Keep, string Why);
