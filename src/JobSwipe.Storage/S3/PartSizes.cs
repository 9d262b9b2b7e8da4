namespace JobSwipe.Storage;

/// <summary>
/// How long the parts of an upload of unknown length are. S3 allows 10,000 parts of 5 MiB or more and 5 TiB in all
/// (Amazon S3 user guide, multipart upload limits), so parts grow: ordinary uploads need little memory and the longest still fit.
/// </summary>
internal static class PartSizes
{
    public const int Smallest = 5 * MiB;
    public const int Largest = 1024 * MiB;
    public const int MaxParts = 10_000;
    private const int MiB = 1024 * 1024;

    /// <summary>Bytes of a part; parts are counted from 1.</summary>
    public static int Of(int part) => part switch
    {
        <= 1_000 => 8 * MiB,
        <= 4_000 => 32 * MiB,
        <= 5_000 => 128 * MiB,
        _ => Largest,
    };
}
