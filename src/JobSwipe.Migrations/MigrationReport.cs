namespace JobSwipe.Migrations;

/// <summary>What a run did.</summary>
/// <param name="Applied">The scripts it applied (or undid), in that order.</param>
/// <param name="AlreadyApplied">How many were applied before.</param>
/// <param name="Head">The newest applied script; null when there is none.</param>
/// <param name="Seconds">How long it took, waiting included.</param>
public sealed record MigrationReport(IReadOnlyList<AppliedScript> Applied, int AlreadyApplied, string? Head, double Seconds);

/// <summary>A script that was run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Milliseconds">How long it took, the last attempt only.</param>
/// <param name="Attempts">How often it was begun; more than once when it did not get its lock.</param>
public sealed record AppliedScript(string Name, double Milliseconds, int Attempts);
