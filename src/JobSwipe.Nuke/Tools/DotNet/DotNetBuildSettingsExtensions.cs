using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Says how <c>dotnet build</c> is called.</summary>
public static class DotNetBuildSettingsExtensions
{
    /// <summary>The project or solution.</summary>
    public static T SetProjectFile<T>(this T o, string v) where T : DotNetBuildSettings => o.With(x => x.Set(nameof(DotNetBuildSettings.ProjectFile), v));

    /// <summary>Not set: the project or solution.</summary>
    public static T ResetProjectFile<T>(this T o) where T : DotNetBuildSettings => o.With(x => x.Set(nameof(DotNetBuildSettings.ProjectFile), null));

    /// <summary>The configuration, like Release.</summary>
    public static T SetConfiguration<T>(this T o, string v) where T : DotNetBuildSettings => o.With(x => x.Set(nameof(DotNetBuildSettings.Configuration), v));

    /// <summary>Not set: the configuration, like Release.</summary>
    public static T ResetConfiguration<T>(this T o) where T : DotNetBuildSettings => o.With(x => x.Set(nameof(DotNetBuildSettings.Configuration), null));

    /// <summary>The target framework.</summary>
    public static T SetFramework<T>(this T o, string v) where T : DotNetBuildSettings => o.With(x => x.Set(nameof(DotNetBuildSettings.Framework), v));

    /// <summary>Not set: the target framework.</summary>
    public static T ResetFramework<T>(this T o) where T : DotNetBuildSettings => o.With(x => x.Set(nameof(DotNetBuildSettings.Framework), null));

    /// <summary>The runtime identifier.</summary>
    public static T SetRuntime<T>(this T o, string v) where T : DotNetBuildSettings => o.With(x => x.Set(nameof(DotNetBuildSettings.Runtime), v));

    /// <summary>Not set: the runtime identifier.</summary>
    public static T ResetRuntime<T>(this T o) where T : DotNetBuildSettings => o.With(x => x.Set(nameof(DotNetBuildSettings.Runtime), null));

    /// <summary>The folder for the output.</summary>
    public static T SetOutputDirectory<T>(this T o, string v) where T : DotNetBuildSettings => o.With(x => x.Set(nameof(DotNetBuildSettings.OutputDirectory), v));

    /// <summary>Not set: the folder for the output.</summary>
    public static T ResetOutputDirectory<T>(this T o) where T : DotNetBuildSettings => o.With(x => x.Set(nameof(DotNetBuildSettings.OutputDirectory), null));

    /// <summary>The folder for everything that is built.</summary>
    public static T SetArtifactsPath<T>(this T o, string v) where T : DotNetBuildSettings => o.With(x => x.Set(nameof(DotNetBuildSettings.ArtifactsPath), v));

    /// <summary>Not set: the folder for everything that is built.</summary>
    public static T ResetArtifactsPath<T>(this T o) where T : DotNetBuildSettings => o.With(x => x.Set(nameof(DotNetBuildSettings.ArtifactsPath), null));

    /// <summary>How much is printed.</summary>
    public static T SetVerbosity<T>(this T o, DotNetVerbosity v) where T : DotNetBuildSettings => o.With(x => x.Set(nameof(DotNetBuildSettings.Verbosity), v));

    /// <summary>Not set: how much is printed.</summary>
    public static T ResetVerbosity<T>(this T o) where T : DotNetBuildSettings => o.With(x => x.Set(nameof(DotNetBuildSettings.Verbosity), null));

    /// <summary>The end of the version.</summary>
    public static T SetVersionSuffix<T>(this T o, string v) where T : DotNetBuildSettings => o.With(x => x.Set(nameof(DotNetBuildSettings.VersionSuffix), v));

    /// <summary>Not set: the end of the version.</summary>
    public static T ResetVersionSuffix<T>(this T o) where T : DotNetBuildSettings => o.With(x => x.Set(nameof(DotNetBuildSettings.VersionSuffix), null));

    /// <summary>Builds everything again, or not.</summary>
    public static T SetNoIncremental<T>(this T o, bool? v) where T : DotNetBuildSettings => o.With(x => x.Set(nameof(DotNetBuildSettings.NoIncremental), v));

    /// <summary>Builds everything again.</summary>
    public static T EnableNoIncremental<T>(this T o) where T : DotNetBuildSettings => o.SetNoIncremental(true);

    /// <summary>Not: builds everything again.</summary>
    public static T DisableNoIncremental<T>(this T o) where T : DotNetBuildSettings => o.SetNoIncremental(false);

    /// <summary>Leaves referenced projects alone, or not.</summary>
    public static T SetNoDependencies<T>(this T o, bool? v) where T : DotNetBuildSettings => o.With(x => x.Set(nameof(DotNetBuildSettings.NoDependencies), v));

    /// <summary>Leaves referenced projects alone.</summary>
    public static T EnableNoDependencies<T>(this T o) where T : DotNetBuildSettings => o.SetNoDependencies(true);

    /// <summary>Not: leaves referenced projects alone.</summary>
    public static T DisableNoDependencies<T>(this T o) where T : DotNetBuildSettings => o.SetNoDependencies(false);

    /// <summary>Restores nothing, or not.</summary>
    public static T SetNoRestore<T>(this T o, bool? v) where T : DotNetBuildSettings => o.With(x => x.Set(nameof(DotNetBuildSettings.NoRestore), v));

    /// <summary>Restores nothing.</summary>
    public static T EnableNoRestore<T>(this T o) where T : DotNetBuildSettings => o.SetNoRestore(true);

    /// <summary>Not: restores nothing.</summary>
    public static T DisableNoRestore<T>(this T o) where T : DotNetBuildSettings => o.SetNoRestore(false);

    /// <summary>Prints no header, or not.</summary>
    public static T SetNoLogo<T>(this T o, bool? v) where T : DotNetBuildSettings => o.With(x => x.Set(nameof(DotNetBuildSettings.NoLogo), v));

    /// <summary>Prints no header.</summary>
    public static T EnableNoLogo<T>(this T o) where T : DotNetBuildSettings => o.SetNoLogo(true);

    /// <summary>Not: prints no header.</summary>
    public static T DisableNoLogo<T>(this T o) where T : DotNetBuildSettings => o.SetNoLogo(false);

    /// <summary>Resolves all dependencies again, or not.</summary>
    public static T SetForce<T>(this T o, bool? v) where T : DotNetBuildSettings => o.With(x => x.Set(nameof(DotNetBuildSettings.Force), v));

    /// <summary>Resolves all dependencies again.</summary>
    public static T EnableForce<T>(this T o) where T : DotNetBuildSettings => o.SetForce(true);

    /// <summary>Not: resolves all dependencies again.</summary>
    public static T DisableForce<T>(this T o) where T : DotNetBuildSettings => o.SetForce(false);

    /// <summary>Brings the runtime along, or not.</summary>
    public static T SetSelfContained<T>(this T o, bool? v) where T : DotNetBuildSettings => o.With(x => x.Set(nameof(DotNetBuildSettings.SelfContained), v));

    /// <summary>Brings the runtime along.</summary>
    public static T EnableSelfContained<T>(this T o) where T : DotNetBuildSettings => o.SetSelfContained(true);

    /// <summary>Not: brings the runtime along.</summary>
    public static T DisableSelfContained<T>(this T o) where T : DotNetBuildSettings => o.SetSelfContained(false);

    /// <summary>Feeds to use.</summary>
    public static T SetSources<T>(this T o, params string[] v) where T : DotNetBuildSettings => o.With(x => x.Set(nameof(DotNetBuildSettings.Sources), v.ToList()));

    /// <summary>Feeds to use, in addition.</summary>
    public static T AddSources<T>(this T o, params string[] v) where T : DotNetBuildSettings => o.With(x => x.Add(nameof(DotNetBuildSettings.Sources), v));

    /// <summary>Feeds to use, in addition.</summary>
    public static T AddSources<T>(this T o, IEnumerable<string> v) where T : DotNetBuildSettings => o.AddSources(v.ToArray());

    /// <summary>Sets a property for MSBuild.</summary>
    public static T SetProperty<T>(this T o, string k, object v) where T : DotNetBuildSettings => o.With(x => x.Add(nameof(DotNetBuildSettings.Properties), k, v));

    /// <summary>Adds a property for MSBuild.</summary>
    public static T AddProperty<T>(this T o, string k, object v) where T : DotNetBuildSettings => o.SetProperty(k, v);

    /// <summary>The property Version.</summary>
    public static T SetVersion<T>(this T o, string v) where T : DotNetBuildSettings => o.SetProperty("Version", v);

    /// <summary>The property VersionPrefix.</summary>
    public static T SetVersionPrefix<T>(this T o, string v) where T : DotNetBuildSettings => o.SetProperty("VersionPrefix", v);

    /// <summary>The property AssemblyVersion.</summary>
    public static T SetAssemblyVersion<T>(this T o, string v) where T : DotNetBuildSettings => o.SetProperty("AssemblyVersion", v);

    /// <summary>The property FileVersion.</summary>
    public static T SetFileVersion<T>(this T o, string v) where T : DotNetBuildSettings => o.SetProperty("FileVersion", v);

    /// <summary>The property InformationalVersion.</summary>
    public static T SetInformationalVersion<T>(this T o, string v) where T : DotNetBuildSettings => o.SetProperty("InformationalVersion", v);

    /// <summary>The property RepositoryUrl.</summary>
    public static T SetRepositoryUrl<T>(this T o, string v) where T : DotNetBuildSettings => o.SetProperty("RepositoryUrl", v);

    /// <summary>The property ContinuousIntegrationBuild.</summary>
    public static T SetContinuousIntegrationBuild<T>(this T o, bool? v) where T : DotNetBuildSettings => o.SetProperty("ContinuousIntegrationBuild", v);

    /// <summary>The property ContinuousIntegrationBuild.</summary>
    public static T EnableContinuousIntegrationBuild<T>(this T o) where T : DotNetBuildSettings => o.SetProperty("ContinuousIntegrationBuild", true);

    /// <summary>The property Deterministic.</summary>
    public static T SetDeterministic<T>(this T o, bool? v) where T : DotNetBuildSettings => o.SetProperty("Deterministic", v);

    /// <summary>The property Deterministic.</summary>
    public static T EnableDeterministic<T>(this T o) where T : DotNetBuildSettings => o.SetProperty("Deterministic", true);

    /// <summary>The property TreatWarningsAsErrors.</summary>
    public static T SetTreatWarningsAsErrors<T>(this T o, bool? v) where T : DotNetBuildSettings => o.SetProperty("TreatWarningsAsErrors", v);

    /// <summary>The property TreatWarningsAsErrors.</summary>
    public static T EnableTreatWarningsAsErrors<T>(this T o) where T : DotNetBuildSettings => o.SetProperty("TreatWarningsAsErrors", true);
}
