namespace Nuke.Common.IO;

/// <summary>A relative path with forward slashes.</summary>
public class UnixRelativePath : RelativePath
{
    /// <summary>Normalizes the path.</summary>
    protected UnixRelativePath(string path, char? separator = null)
        : base(path, separator)
    {
    }

    /// <summary>Creates a path from text; null stays null.</summary>
    public static explicit operator UnixRelativePath(string path) => path is null ? null : new UnixRelativePath(path, '/');
}
