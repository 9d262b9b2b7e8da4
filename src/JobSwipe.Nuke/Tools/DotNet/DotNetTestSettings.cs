using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Options of <c>dotnet test</c>.</summary>
public class DotNetTestSettings : ToolOptions
{
    /// <summary>The project or solution.</summary>
    public string ProjectFile => Get<string>();

    /// <summary>The configuration, like Release.</summary>
    public string Configuration => Get<string>();

    /// <summary>The target framework.</summary>
    public string Framework => Get<string>();

    /// <summary>The runtime identifier.</summary>
    public string Runtime => Get<string>();

    /// <summary>The folder of the binaries.</summary>
    public string Output => Get<string>();

    /// <summary>The folder for everything that is built.</summary>
    public string ArtifactsPath => Get<string>();

    /// <summary>The folder for results.</summary>
    public string ResultsDirectory => Get<string>();

    /// <summary>The file of run settings.</summary>
    public string SettingsFile => Get<string>();

    /// <summary>Which tests to run.</summary>
    public string Filter => Get<string>();

    /// <summary>The data collector.</summary>
    public string DataCollector => Get<string>();

    /// <summary>Loggers of results.</summary>
    public IReadOnlyList<string> Loggers => Get<IReadOnlyList<string>>();

    /// <summary>How much is printed.</summary>
    public DotNetVerbosity Verbosity => Get<DotNetVerbosity>();

    /// <summary>Only lists the tests.</summary>
    public bool? ListTests => Get<bool?>();

    /// <summary>Says which test was running when the process ended.</summary>
    public bool? BlameMode => Get<bool?>();

    /// <summary>After what time a test counts as hanging.</summary>
    public string BlameHangTimeout => Get<string>();

    /// <summary>Builds nothing.</summary>
    public bool? NoBuild => Get<bool?>();

    /// <summary>Restores nothing.</summary>
    public bool? NoRestore => Get<bool?>();

    /// <summary>Prints no header.</summary>
    public bool? NoLogo => Get<bool?>();

    /// <summary>Properties for MSBuild.</summary>
    public IReadOnlyDictionary<string, object> Properties => Get<IReadOnlyDictionary<string, object>>();

    /// <summary>Single run settings.</summary>
    public IReadOnlyDictionary<string, object> RunSettings => Get<IReadOnlyDictionary<string, object>>();

    internal override void Write(ArgumentWriter arguments) => arguments
        .Word("test")
        .Word(ProjectFile)
        .Option("--configuration", Configuration)
        .Option("--framework", Framework)
        .Option("--runtime", Runtime)
        .Option("--output", Output)
        .Option("--artifacts-path", ArtifactsPath)
        .Option("--results-directory", ResultsDirectory)
        .Option("--settings", SettingsFile)
        .Option("--filter", Filter)
        .Option("--collect", DataCollector)
        .Options("--logger", Loggers)
        .Option("--verbosity", Verbosity)
        .Switch("--list-tests", ListTests)
        .Switch("--blame", BlameMode)
        .Option("--blame-hang-timeout", BlameHangTimeout)
        .Switch("--no-build", NoBuild)
        .Switch("--no-restore", NoRestore)
        .Switch("--nologo", NoLogo)
        .Pairs("--property:", Properties)
        .Word(RunSettings is { Count: > 0 } ? "--" : null).Pairs("", RunSettings);
}
