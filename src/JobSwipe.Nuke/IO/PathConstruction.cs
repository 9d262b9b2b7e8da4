namespace Nuke.Common.IO;

/// <summary>Puts paths together and takes them apart, without looking at the disk.</summary>
public static class PathConstruction
{
    private static char Separator => Path.DirectorySeparatorChar;

    /// <summary>Whether the path starts at a root.</summary>
    public static bool HasPathRoot(string path) => GetPathRoot(path) != null;

    /// <summary>The root that the path starts with (<c>/</c>, <c>C:\</c>, <c>\\server</c>), or null.</summary>
    public static string GetPathRoot(string path)
    {
        if (string.IsNullOrEmpty(path))
            return null;
        if (path[0] == '/')
            return "/";
        if (path.StartsWith(@"\\", StringComparison.Ordinal))
            return @"\\";
        return path.Length >= 2 && char.IsAsciiLetter(path[0]) && path[1] == ':' ? path[..2] : null;
    }

    /// <summary>Resolves <c>.</c> and <c>..</c>, double and trailing separators.</summary>
    public static string NormalizePath(string path, char? separator = null)
    {
        var root = GetPathRoot(path);
        var with = separator ?? (root is null or "/" ? Separator : '\\');
        var parts = new List<string>();
        foreach (var part in (path ?? "")[(root?.Length ?? 0)..].Split('/', '\\'))
        {
            if (part.Length == 0 || part == ".")
                continue;
            if (part != ".." || (root == null && (parts.Count == 0 || parts[^1] == "..")))
                parts.Add(part);
            else if (parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else
                throw new ArgumentException($"Path '{path}' goes above its root", nameof(path));
        }

        var rest = string.Join(with, parts);
        return root switch
        {
            null or "/" => root + rest,
            @"\\" => @"\\" + rest,
            _ => root + with + rest
        };
    }

    /// <summary>Appends a relative path.</summary>
    public static string Combine(string left, string right, char? separator = null)
    {
        if (string.IsNullOrEmpty(right))
            return left;
        Assert.True(!HasPathRoot(right), $"Second path '{right}' must not be rooted");
        return string.IsNullOrEmpty(left) ? right : left.TrimEnd('/', '\\') + (separator ?? Separator) + right;
    }

    /// <summary>The way from one path to the other.</summary>
    public static string GetRelativePath(string basePath, string destinationPath) => Path.GetRelativePath(basePath, destinationPath);

    /// <summary>The way with forward slashes.</summary>
    public static UnixRelativePath GetUnixRelativePath(string basePath, string destinationPath) =>
        (UnixRelativePath)GetRelativePath(basePath, destinationPath);

    /// <summary>The way from here to there.</summary>
    public static RelativePath GetRelativePathTo(this AbsolutePath left, string right) => (RelativePath)GetRelativePath(left, right);

    /// <summary>The way from here to there with forward slashes.</summary>
    public static UnixRelativePath GetUnixRelativePathTo(this AbsolutePath left, string right) => GetUnixRelativePath(left, right);

    /// <summary>The same path with forward slashes.</summary>
    public static UnixRelativePath ToUnixRelativePath(this RelativePath relativePath) => (UnixRelativePath)(string)relativePath;

    /// <summary>Whether the second path is below the first, or the same.</summary>
    public static bool IsDescendantPath(string basePath, string destinationPath)
    {
        var relative = GetRelativePath(basePath, destinationPath);
        return relative != ".." && !relative.StartsWith("../", StringComparison.Ordinal) &&
               !relative.StartsWith(@"..\", StringComparison.Ordinal) && !Path.IsPathRooted(relative);
    }

    /// <summary>Whether the other path is below this one, or the same.</summary>
    public static bool Contains(this AbsolutePath basePath, string destinationPath) => IsDescendantPath(basePath, destinationPath);
}
