namespace Nuke.Common.Utilities;

public static partial class StringExtensions
{
    // Words that have a capital letter inside and stay together.
    private static readonly string[] s_knownWords =
        ["DotNet", "GitHub", "GitLab", "GitVersion", "MSBuild", "NuGet", "MyGet", "TeamCity", "PowerShell", "JavaScript", "TypeScript", "ReSharper", "AppVeyor"];

    /// <summary>The words of a name like <c>FlyApiToken</c>; the given ones stay whole.</summary>
    public static IEnumerable<string> SplitCamelHumps(this string str, params string[] exclusions)
    {
        var start = 0;
        for (var i = 1; i <= str.Length; i++)
        {
            if (i < str.Length && !StartsWord(str, i))
                continue;
            if (exclusions.FirstOrDefault(x => str.AsSpan(start).StartsWith(x, StringComparison.Ordinal)) is { } word && start + word.Length > i)
                continue;
            yield return str[start..i];
            start = i;
        }
    }

    /// <summary>The words of a name; known ones like NuGet stay whole.</summary>
    public static IEnumerable<string> SplitCamelHumpsWithKnownWords(this string str) => str.SplitCamelHumps(s_knownWords);

    private static bool StartsWord(string str, int i) =>
        char.IsUpper(str[i]) && (!char.IsUpper(str[i - 1]) || (i + 1 < str.Length && char.IsLower(str[i + 1])));
}
