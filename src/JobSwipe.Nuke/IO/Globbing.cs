namespace Nuke.Common.IO;

/// <summary>Finds files and directories by patterns with <c>*</c>, <c>?</c> and <c>**</c>.</summary>
public static class Globbing
{
    /// <summary>Matching files, in order; <c>**</c> stands for any number of directories.</summary>
    public static IReadOnlyCollection<AbsolutePath> GlobFiles(this AbsolutePath directory, params string[] patterns) =>
        Find(directory, patterns, x => x.EnumerateFiles());

    /// <summary>Matching directories, in order.</summary>
    public static IReadOnlyCollection<AbsolutePath> GlobDirectories(this AbsolutePath directory, params string[] patterns) =>
        Find(directory, patterns, x => x.EnumerateDirectories());

    private static List<AbsolutePath> Find(AbsolutePath directory, string[] patterns, Func<DirectoryInfo, IEnumerable<FileSystemInfo>> items)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        if (directory.DirectoryExists())
        {
            foreach (var pattern in patterns)
                Walk(directory.ToDirectoryInfo(), pattern.Split('/', '\\'), items, found);
        }

        return found.Select(AbsolutePath.Create).ToList();
    }

    private static void Walk(DirectoryInfo directory, ReadOnlySpan<string> parts, Func<DirectoryInfo, IEnumerable<FileSystemInfo>> items, SortedSet<string> found)
    {
        if (parts.Length == 0)
            return;
        if (parts[0] == "**")
        {
            Walk(directory, parts.Length == 1 ? new[] { "*" } : parts[1..], items, found);
            foreach (var below in directory.EnumerateDirectories().Where(x => x.LinkTarget == null))
                Walk(below, parts, items, found);
            return;
        }

        var name = parts[0];
        if (parts.Length == 1)
        {
            foreach (var item in items(directory).Where(x => Matches(name, x.Name)))
                found.Add(item.FullName);
            return;
        }

        foreach (var below in directory.EnumerateDirectories().Where(x => Matches(name, x.Name)))
            Walk(below, parts[1..], items, found);
    }

    private static bool Matches(string pattern, string name) =>
        System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: OperatingSystem.IsWindows());
}
