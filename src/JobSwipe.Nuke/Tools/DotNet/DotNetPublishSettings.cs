using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Options of <c>dotnet publish</c>.</summary>
public class DotNetPublishSettings : ToolOptions
{
    /// <summary>The project or solution.</summary>
    public string Project => Get<string>();

    /// <summary>The configuration, like Release.</summary>
    public string Configuration => Get<string>();

    /// <summary>The target framework.</summary>
    public string Framework => Get<string>();

    /// <summary>The runtime identifier.</summary>
    public string Runtime => Get<string>();

    /// <summary>The architecture.</summary>
    public string Architecture => Get<string>();

    /// <summary>The operating system.</summary>
    public string OperatingSystem => Get<string>();

    /// <summary>The folder for the output.</summary>
    public string Output => Get<string>();

    /// <summary>The folder for everything that is built.</summary>
    public string ArtifactsPath => Get<string>();

    /// <summary>A manifest of packages to leave out.</summary>
    public string Manifest => Get<string>();

    /// <summary>How much is printed.</summary>
    public DotNetVerbosity Verbosity => Get<DotNetVerbosity>();

    /// <summary>The end of the version.</summary>
    public string VersionSuffix => Get<string>();

    /// <summary>Builds nothing.</summary>
    public bool? NoBuild => Get<bool?>();

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
        .Word("publish")
        .Word(Project)
        .Option("--configuration", Configuration)
        .Option("--framework", Framework)
        .Option("--runtime", Runtime)
        .Option("--arch", Architecture)
        .Option("--os", OperatingSystem)
        .Option("--output", Output)
        .Option("--artifacts-path", ArtifactsPath)
        .Option("--manifest", Manifest)
        .Option("--verbosity", Verbosity)
        .Option("--version-suffix", VersionSuffix)
        .Switch("--no-build", NoBuild)
        .Switch("--no-dependencies", NoDependencies)
        .Switch("--no-restore", NoRestore)
        .Switch("--nologo", NoLogo)
        .Switch("--force", Force)
        .Flag("--self-contained", SelfContained)
        .Options("--source", Sources)
        .Pairs("--property:", Properties);
}
