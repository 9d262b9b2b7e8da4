namespace JobSwipe.LocalFly.Cli;

/// <summary>What somebody may have meant.</summary>
internal static class Nearest
{
    /// <summary>The word with the fewest edits between it and a wrong one.</summary>
    public static string To(string wrong, IEnumerable<string> words) => words.MinBy(word => Distance(word, wrong)) ?? "";

    /// <summary>Levenshtein's distance.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
                (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (one[i - 1] == other[j - 1] ? 0 : 1)));
        }
        return row[^1];
    }
}
