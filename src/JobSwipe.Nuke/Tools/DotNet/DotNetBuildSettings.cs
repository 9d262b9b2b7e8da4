using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Options of <c>dotnet build</c>.</summary>
public class DotNetBuildSettings : ToolOptions
{
    /// <summary>The project or solution.</summary>
    public string ProjectFile => Get<string>();

    /// <summary>The configuration, like Release.</summary>
    public string Configuration => Get<string>();

    /// <summary>The target framework.</summary>
    public string Framework => Get<string>();

    /// <summary>The runtime identifier.</summary>
    public string Runtime => Get<string>();

    /// <summary>The folder for the output.</summary>
    public string OutputDirectory => Get<string>();

    /// <summary>The folder for everything that is built.</summary>
    public string ArtifactsPath => Get<string>();

    /// <summary>How much is printed.</summary>
    public DotNetVerbosity Verbosity => Get<DotNetVerbosity>();

    /// <summary>The end of the version.</summary>
    public string VersionSuffix => Get<string>();

    /// <summary>Builds everything again.</summary>
    public bool? NoIncremental => Get<bool?>();

    /// <summary>Leaves referenced projects alone.</summary>
    public bool? NoDependencies => Get<bool?>();

    /// <summary>Restores nothing.</summary>
    public bool? NoRestore => Get<bool?>();

    /// <summary>Prints no header.</summary>
    public bool? NoLogo => Get<bool?>();

    /// <summary>Resolves all dependencies again.</summary>
    public bool? Force => Get<bool?>();

    /// <summary>Brings the runtime along.</summary>
    public bool? SelfContained => Get<bool?>();

    /// <summary>Feeds to use.</summary>
    public IReadOnlyList<string> Sources => Get<IReadOnlyList<string>>();

    /// <summary>Properties for MSBuild.</summary>
    public IReadOnlyDictionary<string, object> Properties => Get<IReadOnlyDictionary<string, object>>();

    internal override void Write(ArgumentWriter arguments) => arguments
        .Word("build")
        .Word(ProjectFile)
        .Option("--configuration", Configuration)
        .Option("--framework", Framework)
        .Option("--runtime", Runtime)
        .Option("--output", OutputDirectory)
        .Option("--artifacts-path", ArtifactsPath)
        .Option("--verbosity", Verbosity)
        .Option("--version-suffix", VersionSuffix)
        .Switch("--no-incremental", NoIncremental)
        .Switch("--no-dependencies", NoDependencies)
        .Switch("--no-restore", NoRestore)
        .Switch("--nologo", NoLogo)
        .Switch("--force", Force)
        .Flag("--self-contained", SelfContained)
        .Options("--source", Sources)
        .Pairs("--property:", Properties);
}
