namespace Nuke.Common.IO;

/// <summary>What happens when the destination of a copy or move exists.</summary>
[Flags]
public enum ExistsPolicy
{
    /// <summary>An existing directory is an error.</summary>
    DirectoryFail = 1,

    /// <summary>Directories are merged.</summary>
    DirectoryMerge = 2,

    /// <summary>An existing file is an error.</summary>
    FileFail = 4,

    /// <summary>An existing file stays.</summary>
    FileSkip = 8,

    /// <summary>An existing file is replaced.</summary>
    FileOverwrite = 16,

    /// <summary>An existing file is replaced if the source is newer.</summary>
    FileOverwriteIfNewer = 32,

    /// <summary>Anything that exists is an error.</summary>
    Fail = DirectoryFail | FileFail,

    /// <summary>Directories are merged, existing files stay.</summary>
    MergeAndSkip = DirectoryMerge | FileSkip,

    /// <summary>Directories are merged, existing files are replaced.</summary>
    MergeAndOverwrite = DirectoryMerge | FileOverwrite,

    /// <summary>Directories are merged, existing files are replaced by newer ones.</summary>
    MergeAndOverwriteIfNewer = DirectoryMerge | FileOverwriteIfNewer
}
