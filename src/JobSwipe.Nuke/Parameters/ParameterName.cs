using System.Text;

namespace Nuke.Common.Parameters;

/// <summary>The ways to write a name: <c>NuGetApiKey</c>, <c>nuget-api-key</c>, <c>NUGET_API_KEY</c> are the same.</summary>
internal static class ParameterName
{
    // Words that have a capital letter inside and stay together on the command line.
    private static readonly string[] s_words = ["NuGet", "MSBuild", "GitHub", "GitLab", "GitVersion", "DotNet", "MyGet", "TeamCity", "PowerShell", "JavaScript", "TypeScript"];

    public static string Normalize(string name)
    {
        if (!name.Contains('-') && !name.Contains('_'))
            return name.ToUpperInvariant();
        return name.Replace("-", "").Replace("_", "").ToUpperInvariant();
    }

    public static string Dashed(string name)
    {
        foreach (var word in s_words)
            name = name.Replace(word, word[0] + word[1..].ToLowerInvariant());
        return Split(name, '-').ToLowerInvariant();
    }

    public static string UpperUnderscored(string name) => Dashed(name).Replace('-', '_').ToUpperInvariant();

    /// <summary>The known name that the unknown one was probably meant to be, or null.</summary>
    public static string Nearest(string name, IEnumerable<string> known)
    {
        var plain = Normalize(name);
        var best = known
            .Select(x => (Name: x, Distance: Distance(plain, Normalize(x))))
            .OrderBy(x => x.Distance)
            .FirstOrDefault();
        return best.Name != null && best.Distance <= Math.Max(2, plain.Length / 3) ? best.Name : null;
    }

    private static string Split(string name, char separator)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) && name[i - 1] != separator);
            if (startsWord)
                text.Append(separator);
            text.Append(name[i]);
        }

        return text.ToString();
    }

    // Levenshtein, and a swap of neighbours counts once.
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[a.Length, b.Length];
    }
}
