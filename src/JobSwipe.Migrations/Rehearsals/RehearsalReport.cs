namespace JobSwipe.Migrations.Rehearsals;

/// <summary>What scripts did to a copy of the data.</summary>
public sealed record RehearsalReport
{
    /// <summary>What was copied, such as <c>backup 20260101T000000Z-1a2b3c</c>.</summary>
    public required string Source { get; init; }

    /// <summary>When it began, UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>The head of the copy before; null for none.</summary>
    public required string? From { get; init; }

    /// <summary>The server's version.</summary>
    public required string Server { get; init; }

    /// <summary>What was to be rehearsed.</summary>
    public required IReadOnlyList<ProvedScript> Pending { get; init; }

    /// <summary>What the scripts did, in their order; one that was refused is not among them.</summary>
    public required IReadOnlyList<RehearsedScript> Scripts { get; init; }

    /// <summary>Why it did not pass; empty when it did.</summary>
    public required IReadOnlyList<string> Violations { get; init; }

    /// <summary>What was measured against.</summary>
    public required RehearsalLimits Limits { get; init; }

    /// <summary>Seconds that filling the copy took.</summary>
    public required double CopySeconds { get; init; }

    /// <summary>Seconds of everything after it.</summary>
    public required double Seconds { get; init; }

    /// <summary>Whether every script kept to the limits, went down and up again.</summary>
    public bool Passed => Violations.Count == 0;
}

/// <summary>What one script did.</summary>
/// <param name="Name">The script.</param>
/// <param name="Sha256">SHA-256 of its text.</param>
/// <param name="UndoSha256">The same of its undo; null when it has none.</param>
/// <param name="Milliseconds">How long its statements took.</param>
/// <param name="Statements">What each did.</param>
/// <param name="Held">How long each lock that is stronger than an ordinary write's was held, commit included.</param>
public sealed record RehearsedScript(
    string Name, string Sha256, string? UndoSha256, double Milliseconds, IReadOnlyList<RehearsedStatement> Statements, IReadOnlyList<HeldLock> Held);

/// <summary>What one statement did.</summary>
/// <param name="Line">Its line in the script.</param>
/// <param name="Sql">Its beginning, in one line.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Locks">Locks it took on tables that were there before the script.</param>
/// <param name="Tables">What it did to rows and files of such tables.</param>
public sealed record RehearsedStatement(int Line, string Sql, double Milliseconds, IReadOnlyList<TableLock> Locks, IReadOnlyList<TableChange> Tables);

/// <summary>A lock on a table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Mode">PostgreSQL's name of it, such as <c>AccessExclusiveLock</c>.</param>
public sealed record TableLock(string Table, string Mode);

/// <summary>A lock and how long it was held.</summary>
/// <param name="Table">The table.</param>
/// <param name="Mode">PostgreSQL's name of it.</param>
/// <param name="Milliseconds">From the statement that took it to the end of its transaction.</param>
/// <param name="Rows">About how many rows the table had.</param>
public sealed record HeldLock(string Table, string Mode, double Milliseconds, long Rows);

/// <summary>What a statement did to a table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Rows">About how many rows it had.</param>
/// <param name="Rewritten">Whether its file was written anew.</param>
/// <param name="Emptied">Whether it was truncated.</param>
/// <param name="Scans">Whole scans.</param>
/// <param name="Changed">Rows inserted, updated and deleted.</param>
public sealed record TableChange(string Table, long Rows, bool Rewritten, bool Emptied, long Scans, long Changed);
