namespace Nuke.Common.IO;

public static partial class AbsolutePathExtensions
{
    /// <summary>Copies a file or a directory to the target path.</summary>
    public static AbsolutePath Copy(
        this AbsolutePath source,
        AbsolutePath target,
        ExistsPolicy policy = ExistsPolicy.Fail,
        Func<AbsolutePath, bool> excludeDirectory = null,
        Func<AbsolutePath, bool> excludeFile = null,
        bool createDirectories = true)
    {
        if (source.DirectoryExists())
            CopyDirectory(source, target, policy, excludeDirectory, excludeFile);
        else if (source.FileExists())
            PutFile(source, target, policy, createDirectories, (from, to) => File.Copy(from, to, overwrite: true));
        else
            throw new FileNotFoundException($"'{source}' does not exist, so it cannot be copied", source);
        return target;
    }

    /// <summary>Copies a file or a directory into the directory.</summary>
    public static AbsolutePath CopyToDirectory(
        this AbsolutePath source,
        AbsolutePath target,
        ExistsPolicy policy = ExistsPolicy.Fail,
        Func<AbsolutePath, bool> excludeDirectory = null,
        Func<AbsolutePath, bool> excludeFile = null,
        bool createDirectories = true) =>
        source.Copy(target / source.Name, policy, excludeDirectory, excludeFile, createDirectories);

    /// <summary>Moves a file or a directory to the target path.</summary>
    public static AbsolutePath Move(
        this AbsolutePath source,
        AbsolutePath target,
        ExistsPolicy policy = ExistsPolicy.Fail,
        bool createDirectories = true,
        bool deleteRemainingFiles = false)
    {
        if (source.FileExists())
        {
            PutFile(source, target, policy, createDirectories, (from, to) => File.Move(from, to, overwrite: true));
            return target;
        }

        if (!source.DirectoryExists())
            throw new FileNotFoundException($"'{source}' does not exist, so it cannot be moved", source);
        if (createDirectories)
            target.Parent.CreateDirectory();
        if (!target.DirectoryExists())
        {
            Directory.Move(source, target);
            return target;
        }

        CopyDirectory(source, target, policy, null, null);
        if (deleteRemainingFiles || (policy & ExistsPolicy.FileSkip) == 0)
            source.DeleteDirectory();
        return target;
    }

    /// <summary>Moves a file or a directory to the path that the function gives.</summary>
    public static AbsolutePath Move(
        this AbsolutePath source, Func<AbsolutePath, AbsolutePath> newPath, ExistsPolicy policy = ExistsPolicy.Fail, bool createDirectories = true) =>
        source.Move(newPath(source), policy, createDirectories);

    /// <summary>Moves a file or a directory into the directory.</summary>
    public static AbsolutePath MoveToDirectory(
        this AbsolutePath source, AbsolutePath target, ExistsPolicy policy = ExistsPolicy.Fail, bool createDirectories = true) =>
        source.Move(target / source.Name, policy, createDirectories);

    /// <summary>Gives a file or directory another name.</summary>
    public static AbsolutePath Rename(this AbsolutePath path, string newName, ExistsPolicy policy = ExistsPolicy.Fail) =>
        path.Move(path.Parent / newName, policy);

    /// <summary>Gives a file or directory another name.</summary>
    public static AbsolutePath Rename(this AbsolutePath path, Func<AbsolutePath, string> newName, ExistsPolicy policy = ExistsPolicy.Fail) =>
        path.Rename(newName(path), policy);

    /// <summary>Gives a file another name with the same extension.</summary>
    public static AbsolutePath RenameWithoutExtension(this AbsolutePath path, string newName, ExistsPolicy policy = ExistsPolicy.Fail) =>
        path.Rename(newName + path.Extension, policy);

    /// <summary>Gives a file another name with the same extension.</summary>
    public static AbsolutePath RenameWithoutExtension(this AbsolutePath path, Func<AbsolutePath, string> newName, ExistsPolicy policy = ExistsPolicy.Fail) =>
        path.RenameWithoutExtension(newName(path), policy);

    private static void CopyDirectory(
        AbsolutePath source, AbsolutePath target, ExistsPolicy policy, Func<AbsolutePath, bool> excludeDirectory, Func<AbsolutePath, bool> excludeFile)
    {
        Assert.False(source.Contains(target), $"'{source}' cannot be copied into itself, to '{target}'");
        Assert.True(!target.DirectoryExists() || (policy & ExistsPolicy.DirectoryMerge) != 0, $"Directory '{target}' already exists");
        target.CreateDirectory();
        foreach (var directory in source.GetDirectories().Where(x => excludeDirectory?.Invoke(x) != true))
            CopyDirectory(directory, target / directory.Name, policy, excludeDirectory, excludeFile);
        foreach (var file in source.GetFiles().Where(x => excludeFile?.Invoke(x) != true))
            PutFile(file, target / file.Name, policy, createDirectories: false, (from, to) => File.Copy(from, to, overwrite: true));
    }

    private static void PutFile(AbsolutePath source, AbsolutePath target, ExistsPolicy policy, bool createDirectories, Action<string, string> put)
    {
        if (target.FileExists())
        {
            if ((policy & ExistsPolicy.FileSkip) != 0)
                return;
            if ((policy & ExistsPolicy.FileOverwriteIfNewer) != 0 && source.GetLastWriteTimeUtc() <= target.GetLastWriteTimeUtc())
                return;
            Assert.True((policy & (ExistsPolicy.FileOverwrite | ExistsPolicy.FileOverwriteIfNewer)) != 0, $"File '{target}' already exists");
        }

        if (createDirectories)
            target.Parent.CreateDirectory();
        put(source, target);
    }
}
