using JobSwipe.Tools;

namespace JobSwipe.Backups;

/// <summary>A run of zstd between two pipes (zstd 1.5, man zstd).</summary>
internal sealed record ZstdSettings
{
    /// <summary>1 is fast, 19 is small.</summary>
    public int Level
    {
        get;
        init => field = value is >= 1 and <= 19 ? value : throw new DeliveryError($"zstd has no level {value}.", "Give a level from 1 to 19.");
    } = 3;

    /// <summary>
    /// How far back long matches are looked for, as a power of 2 bytes; null leaves them out. Up to 27 every zstd decompresses without being told.
    /// </summary>
    public int? Window
    {
        get;
        init => field = value is null or (>= 20 and <= 27) ? value : throw new DeliveryError($"zstd's window {value} cannot be used.", "Give 20 to 27.");
    } = 24;

    /// <summary>The argument list for compressing.</summary>
    public IReadOnlyList<string> ToArguments() => [$"-{Level}", .. Window is { } window ? [$"--long={window}"] : Array.Empty<string>(), "-q", "-c"];

    /// <summary>The argument list for decompressing.</summary>
    public static IReadOnlyList<string> Decompress { get; } = ["-d", "-q", "-c"];
}
