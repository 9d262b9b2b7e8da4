namespace JobSwipe.Migrations;

/// <summary>How to migrate, and what the journal says about it.</summary>
public sealed record MigrationOptions
{
    /// <summary>A folder of scripts; null takes JobSwipe's own.</summary>
    public string? ScriptsFolder { get; init; }

    /// <summary>The last script to apply, by number or name; null applies all, and repeatable ones after them.</summary>
    public string? To { get; init; }

    /// <summary>The release that brings these scripts.</summary>
    public string? Release { get; init; }

    /// <summary>The commit they come from.</summary>
    public string? Commit { get; init; }

    /// <summary>The backup taken before.</summary>
    public string? BackupId { get; init; }

    /// <summary>Who migrates; by default the user and the machine.</summary>
    public string Actor { get; init; } = $"{Environment.UserName}@{Environment.MachineName}";

    /// <summary>How long a statement may wait for a lock, and by that the longest time other traffic queues behind it.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a statement may run, unless the script's header says otherwise; zero is no limit.</summary>
    public TimeSpan StatementTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a script that does not get its lock is tried again.</summary>
    public TimeSpan RetryFor { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long the whole run may take: after that no script and no attempt is begun.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Versions of the releases that are deployed on this database; a contract script is refused while one needs the old shape.</summary>
    public IReadOnlyList<string> Deployed { get; init; } = [];

    /// <summary>How long to wait for another runner.</summary>
    public TimeSpan RunnerTimeout { get; init; } = TimeSpan.FromMinutes(10);
}
