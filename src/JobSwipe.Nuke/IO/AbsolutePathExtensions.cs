namespace Nuke.Common.IO;

/// <summary>What can be asked of and done with a path.</summary>
public static partial class AbsolutePathExtensions
{
    /// <summary>Whether the file or directory exists. <paramref name="kind"/> is <c>file</c>, <c>directory</c> or null for either.</summary>
    public static bool Exists(this AbsolutePath path, string kind = null) => kind switch
    {
        null => path.FileExists() || path.DirectoryExists(),
        "file" => path.FileExists(),
        "directory" or "dir" => path.DirectoryExists(),
        _ => throw new ArgumentException($"'{kind}' is neither file nor directory", nameof(kind))
    };

    /// <summary>Whether it is an existing file.</summary>
    public static bool FileExists(this AbsolutePath path) => File.Exists(path);

    /// <summary>Whether it is an existing directory.</summary>
    public static bool DirectoryExists(this AbsolutePath path) => Directory.Exists(path);

    /// <summary>The path if it exists, else null.</summary>
    public static AbsolutePath Existing(this AbsolutePath path, string kind = null) => path.Exists(kind) ? path : null;

    /// <summary>The path if it is an existing file, else null.</summary>
    public static AbsolutePath ExistingFile(this AbsolutePath path) => path.FileExists() ? path : null;

    /// <summary>The path if it is an existing directory, else null.</summary>
    public static AbsolutePath ExistingDirectory(this AbsolutePath path) => path.DirectoryExists() ? path : null;

    /// <summary>The existing files among them.</summary>
    public static IEnumerable<AbsolutePath> WhereFileExists(this IEnumerable<AbsolutePath> paths) => paths.Where(x => x.FileExists());

    /// <summary>The existing directories among them.</summary>
    public static IEnumerable<AbsolutePath> WhereDirectoryExists(this IEnumerable<AbsolutePath> paths) => paths.Where(x => x.DirectoryExists());

    /// <summary>Whether the directory holds a matching file.</summary>
    public static bool ContainsFile(this AbsolutePath path, string pattern, SearchOption options = SearchOption.TopDirectoryOnly) =>
        path.ToDirectoryInfo().EnumerateFiles(pattern, options).Any();

    /// <summary>Whether the directory holds a matching directory.</summary>
    public static bool ContainsDirectory(this AbsolutePath path, string pattern, SearchOption options = SearchOption.TopDirectoryOnly) =>
        path.ToDirectoryInfo().EnumerateDirectories(pattern, options).Any();

    /// <summary>Files down to a depth, 1 for the directory itself.</summary>
    public static IEnumerable<AbsolutePath> GetFiles(this AbsolutePath path, string pattern = "*", int depth = 1, FileAttributes attributes = 0) =>
        path.ToDirectoryInfo()
            .EnumerateFiles(pattern, new EnumerationOptions { MaxRecursionDepth = depth - 1, RecurseSubdirectories = depth > 1, AttributesToSkip = 0 })
            .Where(x => (x.Attributes & attributes) == attributes)
            .OrderBy(x => x.FullName, StringComparer.Ordinal)
            .Select(x => AbsolutePath.Create(x.FullName));

    /// <summary>Directories down to a depth, 1 for the directory itself.</summary>
    public static IEnumerable<AbsolutePath> GetDirectories(this AbsolutePath path, string pattern = "*", int depth = 1, FileAttributes attributes = 0) =>
        path.ToDirectoryInfo()
            .EnumerateDirectories(pattern, new EnumerationOptions { MaxRecursionDepth = depth - 1, RecurseSubdirectories = depth > 1, AttributesToSkip = 0 })
            .Where(x => (x.Attributes & attributes) == attributes)
            .OrderBy(x => x.FullName, StringComparer.Ordinal)
            .Select(x => AbsolutePath.Create(x.FullName));

    /// <summary>The nearest parent that matches, or null.</summary>
    public static AbsolutePath FindParent(this AbsolutePath path, Func<AbsolutePath, bool> predicate) => path.Parent?.FindParentOrSelf(predicate);

    /// <summary>The path or its nearest parent that matches, or null.</summary>
    public static AbsolutePath FindParentOrSelf(this AbsolutePath path, Func<AbsolutePath, bool> predicate)
    {
        for (var current = path; current != null; current = current.Parent)
        {
            if (predicate(current))
                return current;
        }

        return null;
    }

    /// <summary>Whether the path has one of the extensions.</summary>
    public static bool HasExtension(this AbsolutePath path, string extension, params string[] alternativeExtensions) =>
        alternativeExtensions.Prepend(extension).Any(x => path.Name.EndsWith('.' + x.TrimStart('.'), StringComparison.OrdinalIgnoreCase));

    /// <summary>The path with another extension.</summary>
    public static AbsolutePath WithExtension(this AbsolutePath path, string extension) => path.Parent / Path.ChangeExtension(path.Name, extension);

    /// <summary>Whether its name starts with a dot.</summary>
    public static bool IsDotDirectory(this AbsolutePath path) => path.Name.StartsWith('.');

    /// <summary>When it was last written.</summary>
    public static DateTime GetLastWriteTimeUtc(this AbsolutePath path) => File.GetLastWriteTimeUtc(path);

    /// <summary>The framework's file object; null stays null.</summary>
    public static FileInfo ToFileInfo(this AbsolutePath path) => path is null ? null : new FileInfo(path);

    /// <summary>The framework's directory object; null stays null.</summary>
    public static DirectoryInfo ToDirectoryInfo(this AbsolutePath path) => path is null ? null : new DirectoryInfo(path);
}
