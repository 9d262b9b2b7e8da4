using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Options of <c>dotnet nuget push</c>.</summary>
public class DotNetNuGetPushSettings : ToolOptions
{
    /// <summary>The package.</summary>
    public string TargetPath => Get<string>();

    /// <summary>The feed.</summary>
    public string Source => Get<string>();

    /// <summary>The key for the feed.</summary>
    public string ApiKey => Get<string>();

    /// <summary>The feed for symbols.</summary>
    public string SymbolSource => Get<string>();

    /// <summary>The key for symbols.</summary>
    public string SymbolApiKey => Get<string>();

    /// <summary>Seconds until it gives up.</summary>
    public int? Timeout => Get<int?>();

    /// <summary>Sends without a copy in memory.</summary>
    public bool? DisableBuffering => Get<bool?>();

    /// <summary>Leaves symbols out.</summary>
    public bool? NoSymbols => Get<bool?>();

    /// <summary>Prints in English.</summary>
    public bool? ForceEnglishOutput => Get<bool?>();

    /// <summary>A package that is there already is no error.</summary>
    public bool? SkipDuplicate => Get<bool?>();

    internal override void Write(ArgumentWriter arguments) => arguments
        .Word("nuget").Word("push")
        .Word(TargetPath)
        .Option("--source", Source)
        .Option("--api-key", ApiKey)
        .Option("--symbol-source", SymbolSource)
        .Option("--symbol-api-key", SymbolApiKey)
        .Option("--timeout", Timeout)
        .Switch("--disable-buffering", DisableBuffering)
        .Switch("--no-symbols", NoSymbols)
        .Switch("--force-english-output", ForceEnglishOutput)
        .Switch("--skip-duplicate", SkipDuplicate);
}
