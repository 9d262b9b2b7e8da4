using JobSwipe.Tools;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Backups.Streams;

/// <summary>
/// The environment in which a program writes to a pipe in large pieces. pg_dump writes 4 KiB at a time, and each wakes the next process: a fifth of a
/// backup's work. stdbuf (GNU coreutils) knows how to change that; its variables are set directly, so that the program stays the command that fails or ends.
/// </summary>
internal static class OutputBuffer
{
    private static readonly string[] Names = ["LD_PRELOAD", "_STDBUF_O"];

    /// <summary>Asks stdbuf.</summary>
    /// <returns>Variables; none where there is no stdbuf, or it works otherwise.</returns>
    public static async Task<IReadOnlyDictionary<string, string?>> FindAsync(CancellationToken cancellation)
    {
        try
        {
            var values = (await new Command("stdbuf", ["--output=262144", "printenv", .. Names]).OutputAsync(cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            if (values.Length == Names.Length) return Names.Zip(values).ToDictionary(pair => pair.First, string? (pair) => pair.Second);
        }
        catch (DeliveryError)
        {
            // Then it goes slower.
        }
        return new Dictionary<string, string?>();
    }
}
