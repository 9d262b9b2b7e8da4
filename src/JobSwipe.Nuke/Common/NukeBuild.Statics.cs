using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common;

public abstract partial class NukeBuild
{
    private static Host s_host;

    /// <summary>
    /// The root of the repository: <c>--root</c>, else <c>NUKE_ROOT</c>, else the nearest parent of the working directory that
    /// holds <c>.nuke</c>, else the nearest parent of the build's assembly that does.
    /// </summary>
    public static AbsolutePath RootDirectory => BuildPaths.Root;

    /// <summary><c>.nuke/temp</c>, created when first asked for.</summary>
    public static AbsolutePath TemporaryDirectory => BuildPaths.Temporary;

    /// <summary>The assembly of the build.</summary>
    public static AbsolutePath BuildAssemblyFile => BuildPaths.AssemblyFile;

    /// <summary>The folder of the build's assembly.</summary>
    public static AbsolutePath BuildAssemblyDirectory => BuildAssemblyFile?.Parent;

    /// <summary>The folder of the build's project, or null.</summary>
    public static AbsolutePath BuildProjectDirectory => BuildProjectFile?.Parent;

    /// <summary>The project of the build, or null.</summary>
    public static AbsolutePath BuildProjectFile => BuildPaths.ProjectFile;

    /// <summary>How much is printed.</summary>
    public static Verbosity Verbosity { get; set; } = Verbosity.Normal;

    /// <summary>Where the build runs: a terminal or a build server.</summary>
    public static Host Host
    {
        get => s_host ??= HostDetection.Detect();
        set => s_host = value;
    }

    /// <summary>The profiles that <c>--profile</c> chose.</summary>
    public static string[] LoadedLocalProfiles { get; internal set; } = [];

    /// <summary>Whether the build runs on a person's machine.</summary>
    public static bool IsLocalBuild => !IsServerBuild;

    /// <summary>Whether the build runs on a build server.</summary>
    public static bool IsServerBuild => Host is not Terminal;
}
