using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Options of <c>dotnet run</c>.</summary>
public class DotNetRunSettings : ToolOptions
{
    /// <summary>The project.</summary>
    public string ProjectFile => Get<string>();

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

    /// <summary>The folder for everything that is built.</summary>
    public string ArtifactsPath => Get<string>();

    /// <summary>The launch profile.</summary>
    public string LaunchProfile => Get<string>();

    /// <summary>How much is printed.</summary>
    public DotNetVerbosity Verbosity => Get<DotNetVerbosity>();

    /// <summary>Uses no launch profile.</summary>
    public bool? NoLaunchProfile => Get<bool?>();

    /// <summary>Builds nothing.</summary>
    public bool? NoBuild => Get<bool?>();

    /// <summary>Restores nothing.</summary>
    public bool? NoRestore => Get<bool?>();

    /// <summary>Leaves referenced projects alone.</summary>
    public bool? NoDependencies => Get<bool?>();

    /// <summary>Resolves all dependencies again.</summary>
    public bool? Force => Get<bool?>();

    /// <summary>Properties for MSBuild.</summary>
    public IReadOnlyDictionary<string, object> Properties => Get<IReadOnlyDictionary<string, object>>();

    /// <summary>Arguments for the program.</summary>
    public IReadOnlyList<string> ApplicationArguments => Get<IReadOnlyList<string>>();

    internal override void Write(ArgumentWriter arguments) => arguments
        .Word("run")
        .Option("--project", ProjectFile)
        .Option("--configuration", Configuration)
        .Option("--framework", Framework)
        .Option("--runtime", Runtime)
        .Option("--arch", Architecture)
        .Option("--os", OperatingSystem)
        .Option("--artifacts-path", ArtifactsPath)
        .Option("--launch-profile", LaunchProfile)
        .Option("--verbosity", Verbosity)
        .Switch("--no-launch-profile", NoLaunchProfile)
        .Switch("--no-build", NoBuild)
        .Switch("--no-restore", NoRestore)
        .Switch("--no-dependencies", NoDependencies)
        .Switch("--force", Force)
        .Pairs("--property:", Properties)
        .Word(ApplicationArguments is { Count: > 0 } ? "--" : null).Words(ApplicationArguments);
}
