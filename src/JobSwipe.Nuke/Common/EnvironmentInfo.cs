using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common;

/// <summary>What the build can know of where it runs.</summary>
public static partial class EnvironmentInfo
{
    /// <summary>Whether this is Windows.</summary>
    public static bool IsWin => OperatingSystem.IsWindows();

    /// <summary>Whether this is macOS.</summary>
    public static bool IsOsx => OperatingSystem.IsMacOS();

    /// <summary>Whether this is Linux.</summary>
    public static bool IsLinux => OperatingSystem.IsLinux();

    /// <summary>Whether this is Linux or macOS.</summary>
    public static bool IsUnix => IsLinux || IsOsx;

    /// <summary>Whether this is Linux inside Windows.</summary>
    public static bool IsWsl => IsLinux && HasVariable("WSL_DISTRO_NAME");

    /// <summary>Whether the process has 64 bits.</summary>
    public static bool Is64Bit => Environment.Is64BitProcess;

    /// <summary>Whether the process has 32 bits.</summary>
    public static bool Is32Bit => !Is64Bit;

    /// <summary>Whether the processor is an ARM of 64 bits.</summary>
    public static bool IsArm64 => RuntimeInformation.OSArchitecture == Architecture.Arm64;

    /// <summary>The family of the operating system.</summary>
    public static PlatformFamily Platform => IsWin ? PlatformFamily.Windows : IsOsx ? PlatformFamily.OSX : IsLinux ? PlatformFamily.Linux : PlatformFamily.Unknown;

    /// <summary>The framework that runs the build.</summary>
    public static FrameworkName Framework => new(".NETCoreApp", Environment.Version);

    /// <summary>The name of this machine.</summary>
    public static string MachineName => Environment.MachineName;

    /// <summary>What ends a line here.</summary>
    public static string NewLine => Environment.NewLine;

    /// <summary>The working directory of the build.</summary>
    public static AbsolutePath WorkingDirectory
    {
        get => AbsolutePath.Create(Environment.CurrentDirectory);
        set => Environment.CurrentDirectory = value;
    }

    /// <summary>Changes the working directory until disposed.</summary>
    public static IDisposable SwitchWorkingDirectory(this AbsolutePath workingDirectory)
    {
        var former = WorkingDirectory;
        return DelegateDisposable.CreateBracket(() => WorkingDirectory = workingDirectory, () => WorkingDirectory = former);
    }

    /// <summary>A folder that the operating system names, or null.</summary>
    public static AbsolutePath SpecialFolder(SpecialFolders specialFolder) =>
        Environment.GetFolderPath(Enum.Parse<Environment.SpecialFolder>(specialFolder.ToString())) is { Length: > 0 } folder ? AbsolutePath.Create(folder) : null;
}
