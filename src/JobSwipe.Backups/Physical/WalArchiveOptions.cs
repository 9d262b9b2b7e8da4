using System.Text.RegularExpressions;
using JobSwipe.Tools;

namespace JobSwipe.Backups;

/// <summary>How to archive WAL.</summary>
public sealed partial record WalArchiveOptions
{
    /// <summary>Who can read it: age recipients.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>The replication slot, made when it is not there. The server keeps WAL for it while nobody archives.</summary>
    public string Slot
    {
        get;
        init => field = Name().IsMatch(value) ? value : throw new DeliveryError($"'{value}' cannot be a replication slot's name.", "Use lower-case letters, digits and _, at most 63.");
    } = "jobswipe_wal";

    /// <summary>How long what is received may wait before it is stored: what can be lost (RPO).</summary>
    public TimeSpan Flush { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>An alarm is raised when the server keeps more WAL than this for the slot, in bytes: its disk may become full.</summary>
    public long MostSlotBytes { get; init; } = 4L << 30;

    /// <summary>zstd's level.</summary>
    public int Level { get; init; } = 3;

    [GeneratedRegex("^[a-z0-9_]{1,63}$")]
    private static partial Regex Name();
}
