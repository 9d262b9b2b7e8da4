namespace JobSwipe.Backups.Physical;

/// <summary>What the archiver tells.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Text">The details, for people.</param>
public sealed record WalEvent(WalEventKind Kind, string Text);

/// <summary>What happened.</summary>
public enum WalEventKind
{
    /// <summary>It receives.</summary>
    Started,

    /// <summary>A piece is in the store.</summary>
    Stored,

    /// <summary>Everything received is in the store.</summary>
    Flushed,

    /// <summary>Somebody must look.</summary>
    Alarm,

    /// <summary>It has ended in order.</summary>
    Stopped,
}
