using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Says how <c>dotnet test</c> is called.</summary>
public static class DotNetTestSettingsExtensions
{
    /// <summary>The project or solution.</summary>
    public static T SetProjectFile<T>(this T o, string v) where T : DotNetTestSettings => o.With(x => x.Set(nameof(DotNetTestSettings.ProjectFile), v));

    /// <summary>Not set: the project or solution.</summary>
    public static T ResetProjectFile<T>(this T o) where T : DotNetTestSettings => o.With(x => x.Set(nameof(DotNetTestSettings.ProjectFile), null));

    /// <summary>The configuration, like Release.</summary>
    public static T SetConfiguration<T>(this T o, string v) where T : DotNetTestSettings => o.With(x => x.Set(nameof(DotNetTestSettings.Configuration), v));

    /// <summary>Not set: the configuration, like Release.</summary>
    public static T ResetConfiguration<T>(this T o) where T : DotNetTestSettings => o.With(x => x.Set(nameof(DotNetTestSettings.Configuration), null));

    /// <summary>The target framework.</summary>
    public static T SetFramework<T>(this T o, string v) where T : DotNetTestSettings => o.With(x => x.Set(nameof(DotNetTestSettings.Framework), v));

    /// <summary>Not set: the target framework.</summary>
    public static T ResetFramework<T>(this T o) where T : DotNetTestSettings => o.With(x => x.Set(nameof(DotNetTestSettings.Framework), null));

    /// <summary>The runtime identifier.</summary>
    public static T SetRuntime<T>(this T o, string v) where T : DotNetTestSettings => o.With(x => x.Set(nameof(DotNetTestSettings.Runtime), v));

    /// <summary>Not set: the runtime identifier.</summary>
    public static T ResetRuntime<T>(this T o) where T : DotNetTestSettings => o.With(x => x.Set(nameof(DotNetTestSettings.Runtime), null));

    /// <summary>The folder of the binaries.</summary>
    public static T SetOutput<T>(this T o, string v) where T : DotNetTestSettings => o.With(x => x.Set(nameof(DotNetTestSettings.Output), v));

    /// <summary>Not set: the folder of the binaries.</summary>
    public static T ResetOutput<T>(this T o) where T : DotNetTestSettings => o.With(x => x.Set(nameof(DotNetTestSettings.Output), null));

    /// <summary>The folder for everything that is built.</summary>
    public static T SetArtifactsPath<T>(this T o, string v) where T : DotNetTestSettings => o.With(x => x.Set(nameof(DotNetTestSettings.ArtifactsPath), v));

    /// <summary>Not set: the folder for everything that is built.</summary>
    public static T ResetArtifactsPath<T>(this T o) where T : DotNetTestSettings => o.With(x => x.Set(nameof(DotNetTestSettings.ArtifactsPath), null));

    /// <summary>The folder for results.</summary>
    public static T SetResultsDirectory<T>(this T o, string v) where T : DotNetTestSettings => o.With(x => x.Set(nameof(DotNetTestSettings.ResultsDirectory), v));

    /// <summary>Not set: the folder for results.</summary>
    public static T ResetResultsDirectory<T>(this T o) where T : DotNetTestSettings => o.With(x => x.Set(nameof(DotNetTestSettings.ResultsDirectory), null));

    /// <summary>The file of run settings.</summary>
    public static T SetSettingsFile<T>(this T o, string v) where T : DotNetTestSettings => o.With(x => x.Set(nameof(DotNetTestSettings.SettingsFile), v));

    /// <summary>Not set: the file of run settings.</summary>
    public static T ResetSettingsFile<T>(this T o) where T : DotNetTestSettings => o.With(x => x.Set(nameof(DotNetTestSettings.SettingsFile), null));

    /// <summary>Which tests to run.</summary>
    public static T SetFilter<T>(this T o, string v) where T : DotNetTestSettings => o.With(x => x.Set(nameof(DotNetTestSettings.Filter), v));

    /// <summary>Not set: which tests to run.</summary>
    public static T ResetFilter<T>(this T o) where T : DotNetTestSettings => o.With(x => x.Set(nameof(DotNetTestSettings.Filter), null));

    /// <summary>The data collector.</summary>
    public static T SetDataCollector<T>(this T o, string v) where T : DotNetTestSettings => o.With(x => x.Set(nameof(DotNetTestSettings.DataCollector), v));

    /// <summary>Not set: the data collector.</summary>
    public static T ResetDataCollector<T>(this T o) where T : DotNetTestSettings => o.With(x => x.Set(nameof(DotNetTestSettings.DataCollector), null));

    /// <summary>Loggers of results.</summary>
    public static T SetLoggers<T>(this T o, params string[] v) where T : DotNetTestSettings => o.With(x => x.Set(nameof(DotNetTestSettings.Loggers), v.ToList()));

    /// <summary>Loggers of results, in addition.</summary>
    public static T AddLoggers<T>(this T o, params string[] v) where T : DotNetTestSettings => o.With(x => x.Add(nameof(DotNetTestSettings.Loggers), v));

    /// <summary>Loggers of results, in addition.</summary>
    public static T AddLoggers<T>(this T o, IEnumerable<string> v) where T : DotNetTestSettings => o.AddLoggers(v.ToArray());

    /// <summary>How much is printed.</summary>
    public static T SetVerbosity<T>(this T o, DotNetVerbosity v) where T : DotNetTestSettings => o.With(x => x.Set(nameof(DotNetTestSettings.Verbosity), v));

    /// <summary>Not set: how much is printed.</summary>
    public static T ResetVerbosity<T>(this T o) where T : DotNetTestSettings => o.With(x => x.Set(nameof(DotNetTestSettings.Verbosity), null));

    /// <summary>Only lists the tests, or not.</summary>
    public static T SetListTests<T>(this T o, bool? v) where T : DotNetTestSettings => o.With(x => x.Set(nameof(DotNetTestSettings.ListTests), v));

    /// <summary>Only lists the tests.</summary>
    public static T EnableListTests<T>(this T o) where T : DotNetTestSettings => o.SetListTests(true);

    /// <summary>Not: only lists the tests.</summary>
    public static T DisableListTests<T>(this T o) where T : DotNetTestSettings => o.SetListTests(false);

    /// <summary>Says which test was running when the process ended, or not.</summary>
    public static T SetBlameMode<T>(this T o, bool? v) where T : DotNetTestSettings => o.With(x => x.Set(nameof(DotNetTestSettings.BlameMode), v));

    /// <summary>Says which test was running when the process ended.</summary>
    public static T EnableBlameMode<T>(this T o) where T : DotNetTestSettings => o.SetBlameMode(true);

    /// <summary>Not: says which test was running when the process ended.</summary>
    public static T DisableBlameMode<T>(this T o) where T : DotNetTestSettings => o.SetBlameMode(false);

    /// <summary>After what time a test counts as hanging.</summary>
    public static T SetBlameHangTimeout<T>(this T o, string v) where T : DotNetTestSettings => o.With(x => x.Set(nameof(DotNetTestSettings.BlameHangTimeout), v));

    /// <summary>Not set: after what time a test counts as hanging.</summary>
    public static T ResetBlameHangTimeout<T>(this T o) where T : DotNetTestSettings => o.With(x => x.Set(nameof(DotNetTestSettings.BlameHangTimeout), null));

    /// <summary>Builds nothing, or not.</summary>
    public static T SetNoBuild<T>(this T o, bool? v) where T : DotNetTestSettings => o.With(x => x.Set(nameof(DotNetTestSettings.NoBuild), v));

    /// <summary>Builds nothing.</summary>
    public static T EnableNoBuild<T>(this T o) where T : DotNetTestSettings => o.SetNoBuild(true);

    /// <summary>Not: builds nothing.</summary>
    public static T DisableNoBuild<T>(this T o) where T : DotNetTestSettings => o.SetNoBuild(false);

    /// <summary>Restores nothing, or not.</summary>
    public static T SetNoRestore<T>(this T o, bool? v) where T : DotNetTestSettings => o.With(x => x.Set(nameof(DotNetTestSettings.NoRestore), v));

    /// <summary>Restores nothing.</summary>
    public static T EnableNoRestore<T>(this T o) where T : DotNetTestSettings => o.SetNoRestore(true);

    /// <summary>Not: restores nothing.</summary>
    public static T DisableNoRestore<T>(this T o) where T : DotNetTestSettings => o.SetNoRestore(false);

    /// <summary>Prints no header, or not.</summary>
    public static T SetNoLogo<T>(this T o, bool? v) where T : DotNetTestSettings => o.With(x => x.Set(nameof(DotNetTestSettings.NoLogo), v));

    /// <summary>Prints no header.</summary>
    public static T EnableNoLogo<T>(this T o) where T : DotNetTestSettings => o.SetNoLogo(true);

    /// <summary>Not: prints no header.</summary>
    public static T DisableNoLogo<T>(this T o) where T : DotNetTestSettings => o.SetNoLogo(false);

    /// <summary>Sets a property for MSBuild.</summary>
    public static T SetProperty<T>(this T o, string k, object v) where T : DotNetTestSettings => o.With(x => x.Add(nameof(DotNetTestSettings.Properties), k, v));

    /// <summary>Adds a property for MSBuild.</summary>
    public static T AddProperty<T>(this T o, string k, object v) where T : DotNetTestSettings => o.SetProperty(k, v);

    /// <summary>Single run settings, in addition.</summary>
    public static T AddRunSetting<T>(this T o, string k, object v) where T : DotNetTestSettings => o.With(x => x.Add(nameof(DotNetTestSettings.RunSettings), k, v));

    /// <summary>Single run settings.</summary>
    public static T SetRunSetting<T>(this T o, string k, object v) where T : DotNetTestSettings => o.AddRunSetting(k, v);
}
