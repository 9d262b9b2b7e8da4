using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Options of <c>dotnet pack</c>.</summary>
public class DotNetPackSettings : ToolOptions
{
    /// <summary>The project or solution.</summary>
    public string Project => Get<string>();

    /// <summary>The configuration, like Release.</summary>
    public string Configuration => Get<string>();

    /// <summary>The runtime identifier.</summary>
    public string Runtime => Get<string>();

    /// <summary>The folder for the packages.</summary>
    public string OutputDirectory => Get<string>();

    /// <summary>The folder for everything that is built.</summary>
    public string ArtifactsPath => Get<string>();

    /// <summary>How much is printed.</summary>
    public DotNetVerbosity Verbosity => Get<DotNetVerbosity>();

    /// <summary>The end of the version.</summary>
    public string VersionSuffix => Get<string>();

    /// <summary>Packs the sources too.</summary>
    public bool? IncludeSource => Get<bool?>();

    /// <summary>Packs the symbols too.</summary>
    public bool? IncludeSymbols => Get<bool?>();

    /// <summary>Marks the package as serviceable.</summary>
    public bool? Serviceable => Get<bool?>();

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

    /// <summary>Feeds to use.</summary>
    public IReadOnlyList<string> Sources => Get<IReadOnlyList<string>>();

    /// <summary>Properties for MSBuild.</summary>
    public IReadOnlyDictionary<string, object> Properties => Get<IReadOnlyDictionary<string, object>>();

    internal override void Write(ArgumentWriter arguments) => arguments
        .Word("pack")
        .Word(Project)
        .Option("--configuration", Configuration)
        .Option("--runtime", Runtime)
        .Option("--output", OutputDirectory)
        .Option("--artifacts-path", ArtifactsPath)
        .Option("--verbosity", Verbosity)
        .Option("--version-suffix", VersionSuffix)
        .Switch("--include-source", IncludeSource)
        .Switch("--include-symbols", IncludeSymbols)
        .Switch("--serviceable", Serviceable)
        .Switch("--no-build", NoBuild)
        .Switch("--no-dependencies", NoDependencies)
        .Switch("--no-restore", NoRestore)
        .Switch("--nologo", NoLogo)
        .Switch("--force", Force)
        .Options("--source", Sources)
        .Pairs("--property:", Properties);
}
