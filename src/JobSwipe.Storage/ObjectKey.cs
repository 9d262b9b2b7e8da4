namespace JobSwipe.Storage;

/// <summary>
/// The keys that every store accepts: segments of ASCII letters, digits and <c>. _ - + = @</c> separated by <c>/</c>. A segment begins with a
/// letter or a digit, so that no key leaves a folder or meets the files that a store keeps for itself.
/// </summary>
public static class ObjectKey
{
    private const int LongestKey = 800;
    private const int LongestSegment = 200;

    /// <summary>Returns the key.</summary>
    /// <exception cref="KeyInvalid">It is not a key.</exception>
    public static string Check(string key) =>
        key.Length is > 0 and <= LongestKey && key.Split('/').All(IsSegment) ? key : throw new KeyInvalid(key);

    /// <summary>Any text as one segment; other characters become <c>_</c>.</summary>
    public static string Segment(string text)
    {
        var safe = new string([.. text.Select(c => char.IsAsciiLetterOrDigit(c) || "._-+=@".Contains(c) ? c : '_')]);
        if (!char.IsAsciiLetterOrDigit(safe.FirstOrDefault())) safe = "x" + safe;
        return safe[..Math.Min(safe.Length, LongestSegment)];
    }

    private static bool IsSegment(string segment) =>
        segment.Length is > 0 and <= LongestSegment
        && char.IsAsciiLetterOrDigit(segment[0])
        && segment.All(c => char.IsAsciiLetterOrDigit(c) || "._-+=@".Contains(c));
}
