namespace Nuke.Common.IO;

public static partial class AbsolutePathExtensions
{
    /// <summary>Creates the directory and its parents.</summary>
    public static AbsolutePath CreateDirectory(this AbsolutePath path)
    {
        Directory.CreateDirectory(path);
        return path;
    }

    /// <summary>Creates the directory, and empties it if it was there.</summary>
    public static AbsolutePath CreateOrCleanDirectory(this AbsolutePath path)
    {
        path.DeleteDirectory();
        return path.CreateDirectory();
    }

    /// <summary>Creates the file, or sets its time.</summary>
    public static AbsolutePath TouchFile(this AbsolutePath path, DateTime? time = null, bool createDirectories = true)
    {
        if (createDirectories)
            path.Parent.CreateDirectory();
        if (!path.FileExists())
            File.WriteAllBytes(path, []);
        File.SetLastWriteTime(path, time ?? DateTime.Now);
        return path;
    }

    /// <summary>Deletes the file, if it exists.</summary>
    public static void DeleteFile(this AbsolutePath path)
    {
        if (!path.FileExists())
            return;
        if (OperatingSystem.IsWindows())
            File.SetAttributes(path, FileAttributes.Normal);
        File.Delete(path);
    }

    /// <summary>Deletes the files that exist.</summary>
    public static void DeleteFiles(this IEnumerable<AbsolutePath> paths)
    {
        foreach (var path in paths.ToList())
            path.DeleteFile();
    }

    /// <summary>Deletes the directory with all it holds, if it exists. Links are removed, never followed.</summary>
    public static void DeleteDirectory(this AbsolutePath path)
    {
        var directory = path.ToDirectoryInfo();
        if (!directory.Exists)
            return;
        if (directory.LinkTarget != null)
        {
            directory.Delete();
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            foreach (var file in directory.EnumerateFiles("*", SearchOption.AllDirectories))
                file.Attributes = FileAttributes.Normal;
        }

        directory.Delete(recursive: true);
    }

    /// <summary>Deletes the directories that exist.</summary>
    public static void DeleteDirectories(this IEnumerable<AbsolutePath> paths)
    {
        foreach (var path in paths.ToList())
            path.DeleteDirectory();
    }
}
