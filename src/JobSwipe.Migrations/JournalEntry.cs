namespace JobSwipe.Migrations;

/// <summary>A row of the journal that is in force.</summary>
public sealed record JournalEntry
{
    /// <summary>The script's name.</summary>
    public required string Script { get; init; }

    /// <summary>SHA-256 of its text when it ran.</summary>
    public required string Sha256 { get; init; }

    /// <summary>What kind of row it is.</summary>
    public required JournalKind Kind { get; init; }

    /// <summary>When it began, by the server's clock.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took; null while it is not known to have ended, and when it was not run by this runner.</summary>
    public long? Milliseconds { get; init; }

    /// <summary>Who ran it.</summary>
    public required string Actor { get; init; }

    /// <summary>The commit it came from.</summary>
    public string? Commit { get; init; }

    /// <summary>With which release.</summary>
    public string? Release { get; init; }

    /// <summary>The runner's version, or the runner it was adopted from.</summary>
    public required string RunnerVersion { get; init; }

    /// <summary>The backup taken before.</summary>
    public string? BackupId { get; init; }

    /// <summary>
    /// Locks that keep others from reading or writing which it held at its end, such as <c>AccessExclusiveLock public.jobs</c>; none for a script that
    /// only makes tables and writes rows; null for one without a transaction, whose locks come and go (the rehearsal sees those).
    /// </summary>
    public IReadOnlyList<string>? Locks { get; init; }

    /// <summary>Whether it came to its end.</summary>
    public required JournalOutcome Outcome { get; init; }

    internal bool IsRepeatable => MigrationScript.IsRepeatableName(Script);
}

/// <summary>How a script got into the journal.</summary>
public enum JournalKind
{
    /// <summary>It was run.</summary>
    Script,

    /// <summary>It was run and is run again when its text changes.</summary>
    Repeatable,

    /// <summary>The database had its schema already; it was marked, not run.</summary>
    Baseline,

    /// <summary>DbUp ran it, says DbUp's own journal.</summary>
    Adopted,
}

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

    /// <summary>It is repeatable and ran again with another text; kept for the record only.</summary>
    Replaced,
}
