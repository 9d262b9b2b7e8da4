namespace JobSwipe.Backups;

/// <summary>How to restore.</summary>
public sealed record RestoreOptions
{
    /// <summary>Whether a database that holds something may be replaced; it is kept, renamed.</summary>
    public bool Replace { get; init; }

    /// <summary>Whether owners and grants are restored; their roles must exist. Otherwise everything belongs to the user who restores.</summary>
    public bool Owners { get; init; }

    /// <summary>How many archives are restored at the same time.</summary>
    public int Parallel { get; init; } = 2;
}
