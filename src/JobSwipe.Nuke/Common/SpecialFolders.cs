namespace Nuke.Common;

/// <summary>Folders that the operating system names.</summary>
public enum SpecialFolders
{
    /// <summary>Windows' own folder.</summary>
    Windows,

    /// <summary>Windows' system folder.</summary>
    System,

    /// <summary>Programs of 64 bits.</summary>
    ProgramFiles,

    /// <summary>Programs of 32 bits.</summary>
    ProgramFilesX86,

    /// <summary>The user's home.</summary>
    UserProfile,

    /// <summary>The user's application data.</summary>
    ApplicationData,

    /// <summary>Application data of all users.</summary>
    CommonApplicationData,

    /// <summary>The user's application data on this machine.</summary>
    LocalApplicationData
}
