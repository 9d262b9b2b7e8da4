using System.Security.Cryptography;
using System.Text;

namespace Nuke.Common.IO;

public static partial class AbsolutePathExtensions
{
    /// <summary>SHA-256 of the file, in lower-case hexadecimal.</summary>
    public static string GetFileHash(this AbsolutePath path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>SHA-256 over names and contents of all files in the directory.</summary>
    public static string GetDirectoryHash(this AbsolutePath directory, Func<AbsolutePath, bool> excludeFile = null) =>
        directory.GetFiles(depth: int.MaxValue).Where(x => excludeFile?.Invoke(x) != true).GetFileSetHash(directory);

    /// <summary>SHA-256 over names, relative to a directory, and contents of the files.</summary>
    public static string GetFileSetHash(this IEnumerable<AbsolutePath> files, string baseDirectory)
    {
        var lines = files
            .Select(x => $"{PathConstruction.GetUnixRelativePath(baseDirectory, x)} {x.GetFileHash()}\n")
            .Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }
}
