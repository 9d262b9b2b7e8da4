using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Options of <c>dotnet restore</c>.</summary>
public class DotNetRestoreSettings : ToolOptions
{
    /// <summary>The project or solution.</summary>
    public string ProjectFile => Get<string>();

    /// <summary>The NuGet configuration.</summary>
    public string ConfigFile => Get<string>();

    /// <summary>The lock file.</summary>
    public string LockFilePath => Get<string>();

    /// <summary>The folder of the packages.</summary>
    public string PackageDirectory => Get<string>();

    /// <summary>The runtime identifier.</summary>
    public string Runtime => Get<string>();

    /// <summary>How much is printed.</summary>
    public DotNetVerbosity Verbosity => Get<DotNetVerbosity>();

    /// <summary>Restores one project after the other.</summary>
    public bool? DisableParallel => Get<bool?>();

    /// <summary>Resolves all dependencies again.</summary>
    public bool? Force => Get<bool?>();

    /// <summary>Uses no cached answers of feeds.</summary>
    public bool? NoCache => Get<bool?>();

    /// <summary>Feeds that do not answer are only warnings.</summary>
    public bool? IgnoreFailedSources => Get<bool?>();

    /// <summary>The lock file must not change.</summary>
    public bool? LockedMode => Get<bool?>();

    /// <summary>Writes and uses a lock file.</summary>
    public bool? UseLockFile => Get<bool?>();

    /// <summary>Leaves referenced projects alone.</summary>
    public bool? NoDependencies => Get<bool?>();

    /// <summary>Feeds to use.</summary>
    public IReadOnlyList<string> Sources => Get<IReadOnlyList<string>>();

    /// <summary>Evaluates all dependencies again.</summary>
    public bool? ForceEvaluate => Get<bool?>();

    /// <summary>Properties for MSBuild.</summary>
    public IReadOnlyDictionary<string, object> Properties => Get<IReadOnlyDictionary<string, object>>();

    internal override void Write(ArgumentWriter arguments) => arguments
        .Word("restore")
        .Word(ProjectFile)
        .Option("--configfile", ConfigFile)
        .Option("--lock-file-path", LockFilePath)
        .Option("--packages", PackageDirectory)
        .Option("--runtime", Runtime)
        .Option("--verbosity", Verbosity)
        .Switch("--disable-parallel", DisableParallel)
        .Switch("--force", Force)
        .Switch("--no-cache", NoCache)
        .Switch("--ignore-failed-sources", IgnoreFailedSources)
        .Switch("--locked-mode", LockedMode)
        .Switch("--use-lock-file", UseLockFile)
        .Switch("--no-dependencies", NoDependencies)
        .Options("--source", Sources)
        .Switch("--force-evaluate", ForceEvaluate)
        .Pairs("--property:", Properties);
}
