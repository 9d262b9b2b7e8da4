namespace JobSwipe.Migrations;

/// <summary>A row of the journal that is in force.</summary>
/// <param name="Script">The script's name.</param>
/// <param name="Sha256">SHA-256 of its text when it ran.</param>
/// <param name="StartedAt">When it began, by the server's clock.</param>
/// <param name="Milliseconds">How long it took; null while it is not known to have ended.</param>
/// <param name="Actor">Who ran it.</param>
/// <param name="Release">With which release.</param>
/// <param name="BackupId">The backup taken before.</param>
/// <param name="Outcome">Whether it came to its end.</param>
public sealed record JournalEntry(
    string Script, string Sha256, DateTimeOffset StartedAt, long? Milliseconds, string Actor, string? Release, string? BackupId, JournalOutcome Outcome);

/// <summary>How far a script came.</summary>
public enum JournalOutcome
{
    /// <summary>It ran to its end.</summary>
    Applied,

    /// <summary>It runs without a transaction and was begun; when no runner is at work, it was interrupted.</summary>
    Started,

    /// <summary>The same of its undo.</summary>
    Undoing,

    /// <summary>It was taken back; kept for the record only.</summary>
    Undone,
}
