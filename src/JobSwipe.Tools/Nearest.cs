namespace JobSwipe.Tools;

/// <summary>What somebody may have meant.</summary>
public static class Nearest
{
    /// <summary>The word with the fewest edits (Levenshtein) between it and a wrong one; empty when there is no word.</summary>
    public static string To(string wrong, IEnumerable<string> words) => words.MinBy(word => Edits(word, wrong)) ?? "";

    private static int Edits(string one, string other)
    {
        var before = Enumerable.Range(0, other.Length + 1).ToArray();
        foreach (var letter in one)
        {
            var now = new int[before.Length];
            now[0] = before[0] + 1;
            for (var j = 1; j < now.Length; j++) now[j] = Math.Min(Math.Min(now[j - 1], before[j]) + 1, before[j - 1] + (letter == other[j - 1] ? 0 : 1));
            before = now;
        }
        return before[^1];
    }
}
