using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Says how <c>dotnet publish</c> is called.</summary>
public static class DotNetPublishSettingsExtensions
{
    /// <summary>The project or solution.</summary>
    public static T SetProject<T>(this T o, string v) where T : DotNetPublishSettings => o.With(x => x.Set(nameof(DotNetPublishSettings.Project), v));

    /// <summary>Not set: the project or solution.</summary>
    public static T ResetProject<T>(this T o) where T : DotNetPublishSettings => o.With(x => x.Set(nameof(DotNetPublishSettings.Project), null));

    /// <summary>The configuration, like Release.</summary>
    public static T SetConfiguration<T>(this T o, string v) where T : DotNetPublishSettings => o.With(x => x.Set(nameof(DotNetPublishSettings.Configuration), v));

    /// <summary>Not set: the configuration, like Release.</summary>
    public static T ResetConfiguration<T>(this T o) where T : DotNetPublishSettings => o.With(x => x.Set(nameof(DotNetPublishSettings.Configuration), null));

    /// <summary>The target framework.</summary>
    public static T SetFramework<T>(this T o, string v) where T : DotNetPublishSettings => o.With(x => x.Set(nameof(DotNetPublishSettings.Framework), v));

    /// <summary>Not set: the target framework.</summary>
    public static T ResetFramework<T>(this T o) where T : DotNetPublishSettings => o.With(x => x.Set(nameof(DotNetPublishSettings.Framework), null));

    /// <summary>The runtime identifier.</summary>
    public static T SetRuntime<T>(this T o, string v) where T : DotNetPublishSettings => o.With(x => x.Set(nameof(DotNetPublishSettings.Runtime), v));

    /// <summary>Not set: the runtime identifier.</summary>
    public static T ResetRuntime<T>(this T o) where T : DotNetPublishSettings => o.With(x => x.Set(nameof(DotNetPublishSettings.Runtime), null));

    /// <summary>The architecture.</summary>
    public static T SetArchitecture<T>(this T o, string v) where T : DotNetPublishSettings => o.With(x => x.Set(nameof(DotNetPublishSettings.Architecture), v));

    /// <summary>Not set: the architecture.</summary>
    public static T ResetArchitecture<T>(this T o) where T : DotNetPublishSettings => o.With(x => x.Set(nameof(DotNetPublishSettings.Architecture), null));

    /// <summary>The operating system.</summary>
    public static T SetOperatingSystem<T>(this T o, string v) where T : DotNetPublishSettings => o.With(x => x.Set(nameof(DotNetPublishSettings.OperatingSystem), v));

    /// <summary>Not set: the operating system.</summary>
    public static T ResetOperatingSystem<T>(this T o) where T : DotNetPublishSettings => o.With(x => x.Set(nameof(DotNetPublishSettings.OperatingSystem), null));

    /// <summary>The folder for the output.</summary>
    public static T SetOutput<T>(this T o, string v) where T : DotNetPublishSettings => o.With(x => x.Set(nameof(DotNetPublishSettings.Output), v));

    /// <summary>Not set: the folder for the output.</summary>
    public static T ResetOutput<T>(this T o) where T : DotNetPublishSettings => o.With(x => x.Set(nameof(DotNetPublishSettings.Output), null));

    /// <summary>The folder for everything that is built.</summary>
    public static T SetArtifactsPath<T>(this T o, string v) where T : DotNetPublishSettings => o.With(x => x.Set(nameof(DotNetPublishSettings.ArtifactsPath), v));

    /// <summary>Not set: the folder for everything that is built.</summary>
    public static T ResetArtifactsPath<T>(this T o) where T : DotNetPublishSettings => o.With(x => x.Set(nameof(DotNetPublishSettings.ArtifactsPath), null));

    /// <summary>A manifest of packages to leave out.</summary>
    public static T SetManifest<T>(this T o, string v) where T : DotNetPublishSettings => o.With(x => x.Set(nameof(DotNetPublishSettings.Manifest), v));

    /// <summary>Not set: a manifest of packages to leave out.</summary>
    public static T ResetManifest<T>(this T o) where T : DotNetPublishSettings => o.With(x => x.Set(nameof(DotNetPublishSettings.Manifest), null));

    /// <summary>How much is printed.</summary>
    public static T SetVerbosity<T>(this T o, DotNetVerbosity v) where T : DotNetPublishSettings => o.With(x => x.Set(nameof(DotNetPublishSettings.Verbosity), v));

    /// <summary>Not set: how much is printed.</summary>
    public static T ResetVerbosity<T>(this T o) where T : DotNetPublishSettings => o.With(x => x.Set(nameof(DotNetPublishSettings.Verbosity), null));

    /// <summary>The end of the version.</summary>
    public static T SetVersionSuffix<T>(this T o, string v) where T : DotNetPublishSettings => o.With(x => x.Set(nameof(DotNetPublishSettings.VersionSuffix), v));

    /// <summary>Not set: the end of the version.</summary>
    public static T ResetVersionSuffix<T>(this T o) where T : DotNetPublishSettings => o.With(x => x.Set(nameof(DotNetPublishSettings.VersionSuffix), null));

    /// <summary>Builds nothing, or not.</summary>
    public static T SetNoBuild<T>(this T o, bool? v) where T : DotNetPublishSettings => o.With(x => x.Set(nameof(DotNetPublishSettings.NoBuild), v));

    /// <summary>Builds nothing.</summary>
    public static T EnableNoBuild<T>(this T o) where T : DotNetPublishSettings => o.SetNoBuild(true);

    /// <summary>Not: builds nothing.</summary>
    public static T DisableNoBuild<T>(this T o) where T : DotNetPublishSettings => o.SetNoBuild(false);

    /// <summary>Leaves referenced projects alone, or not.</summary>
    public static T SetNoDependencies<T>(this T o, bool? v) where T : DotNetPublishSettings => o.With(x => x.Set(nameof(DotNetPublishSettings.NoDependencies), v));

    /// <summary>Leaves referenced projects alone.</summary>
    public static T EnableNoDependencies<T>(this T o) where T : DotNetPublishSettings => o.SetNoDependencies(true);

    /// <summary>Not: leaves referenced projects alone.</summary>
    public static T DisableNoDependencies<T>(this T o) where T : DotNetPublishSettings => o.SetNoDependencies(false);

    /// <summary>Restores nothing, or not.</summary>
    public static T SetNoRestore<T>(this T o, bool? v) where T : DotNetPublishSettings => o.With(x => x.Set(nameof(DotNetPublishSettings.NoRestore), v));

    /// <summary>Restores nothing.</summary>
    public static T EnableNoRestore<T>(this T o) where T : DotNetPublishSettings => o.SetNoRestore(true);

    /// <summary>Not: restores nothing.</summary>
    public static T DisableNoRestore<T>(this T o) where T : DotNetPublishSettings => o.SetNoRestore(false);

    /// <summary>Prints no header, or not.</summary>
    public static T SetNoLogo<T>(this T o, bool? v) where T : DotNetPublishSettings => o.With(x => x.Set(nameof(DotNetPublishSettings.NoLogo), v));

    /// <summary>Prints no header.</summary>
    public static T EnableNoLogo<T>(this T o) where T : DotNetPublishSettings => o.SetNoLogo(true);

    /// <summary>Not: prints no header.</summary>
    public static T DisableNoLogo<T>(this T o) where T : DotNetPublishSettings => o.SetNoLogo(false);

    /// <summary>Resolves all dependencies again, or not.</summary>
    public static T SetForce<T>(this T o, bool? v) where T : DotNetPublishSettings => o.With(x => x.Set(nameof(DotNetPublishSettings.Force), v));

    /// <summary>Resolves all dependencies again.</summary>
    public static T EnableForce<T>(this T o) where T : DotNetPublishSettings => o.SetForce(true);

    /// <summary>Not: resolves all dependencies again.</summary>
    public static T DisableForce<T>(this T o) where T : DotNetPublishSettings => o.SetForce(false);

    /// <summary>Brings the runtime along, or not.</summary>
    public static T SetSelfContained<T>(this T o, bool? v) where T : DotNetPublishSettings => o.With(x => x.Set(nameof(DotNetPublishSettings.SelfContained), v));

    /// <summary>Brings the runtime along.</summary>
    public static T EnableSelfContained<T>(this T o) where T : DotNetPublishSettings => o.SetSelfContained(true);

    /// <summary>Not: brings the runtime along.</summary>
    public static T DisableSelfContained<T>(this T o) where T : DotNetPublishSettings => o.SetSelfContained(false);

    /// <summary>Feeds to use.</summary>
    public static T SetSources<T>(this T o, params string[] v) where T : DotNetPublishSettings => o.With(x => x.Set(nameof(DotNetPublishSettings.Sources), v.ToList()));

    /// <summary>Feeds to use, in addition.</summary>
    public static T AddSources<T>(this T o, params string[] v) where T : DotNetPublishSettings => o.With(x => x.Add(nameof(DotNetPublishSettings.Sources), v));

    /// <summary>Feeds to use, in addition.</summary>
    public static T AddSources<T>(this T o, IEnumerable<string> v) where T : DotNetPublishSettings => o.AddSources(v.ToArray());

    /// <summary>Sets a property for MSBuild.</summary>
    public static T SetProperty<T>(this T o, string k, object v) where T : DotNetPublishSettings => o.With(x => x.Add(nameof(DotNetPublishSettings.Properties), k, v));

    /// <summary>Adds a property for MSBuild.</summary>
    public static T AddProperty<T>(this T o, string k, object v) where T : DotNetPublishSettings => o.SetProperty(k, v);

    /// <summary>The property Version.</summary>
    public static T SetVersion<T>(this T o, string v) where T : DotNetPublishSettings => o.SetProperty("Version", v);

    /// <summary>The property VersionPrefix.</summary>
    public static T SetVersionPrefix<T>(this T o, string v) where T : DotNetPublishSettings => o.SetProperty("VersionPrefix", v);

    /// <summary>The property AssemblyVersion.</summary>
    public static T SetAssemblyVersion<T>(this T o, string v) where T : DotNetPublishSettings => o.SetProperty("AssemblyVersion", v);

    /// <summary>The property FileVersion.</summary>
    public static T SetFileVersion<T>(this T o, string v) where T : DotNetPublishSettings => o.SetProperty("FileVersion", v);

    /// <summary>The property InformationalVersion.</summary>
    public static T SetInformationalVersion<T>(this T o, string v) where T : DotNetPublishSettings => o.SetProperty("InformationalVersion", v);

    /// <summary>The property RepositoryUrl.</summary>
    public static T SetRepositoryUrl<T>(this T o, string v) where T : DotNetPublishSettings => o.SetProperty("RepositoryUrl", v);

    /// <summary>The property ContinuousIntegrationBuild.</summary>
    public static T SetContinuousIntegrationBuild<T>(this T o, bool? v) where T : DotNetPublishSettings => o.SetProperty("ContinuousIntegrationBuild", v);

    /// <summary>The property ContinuousIntegrationBuild.</summary>
    public static T EnableContinuousIntegrationBuild<T>(this T o) where T : DotNetPublishSettings => o.SetProperty("ContinuousIntegrationBuild", true);

    /// <summary>The property Deterministic.</summary>
    public static T SetDeterministic<T>(this T o, bool? v) where T : DotNetPublishSettings => o.SetProperty("Deterministic", v);

    /// <summary>The property Deterministic.</summary>
    public static T EnableDeterministic<T>(this T o) where T : DotNetPublishSettings => o.SetProperty("Deterministic", true);

    /// <summary>The property TreatWarningsAsErrors.</summary>
    public static T SetTreatWarningsAsErrors<T>(this T o, bool? v) where T : DotNetPublishSettings => o.SetProperty("TreatWarningsAsErrors", v);

    /// <summary>The property TreatWarningsAsErrors.</summary>
    public static T EnableTreatWarningsAsErrors<T>(this T o) where T : DotNetPublishSettings => o.SetProperty("TreatWarningsAsErrors", true);

    /// <summary>The property PublishSingleFile.</summary>
    public static T SetPublishSingleFile<T>(this T o, bool? v) where T : DotNetPublishSettings => o.SetProperty("PublishSingleFile", v);

    /// <summary>The property PublishSingleFile.</summary>
    public static T EnablePublishSingleFile<T>(this T o) where T : DotNetPublishSettings => o.SetProperty("PublishSingleFile", true);

    /// <summary>The property PublishReadyToRun.</summary>
    public static T SetPublishReadyToRun<T>(this T o, bool? v) where T : DotNetPublishSettings => o.SetProperty("PublishReadyToRun", v);

    /// <summary>The property PublishReadyToRun.</summary>
    public static T EnablePublishReadyToRun<T>(this T o) where T : DotNetPublishSettings => o.SetProperty("PublishReadyToRun", true);

    /// <summary>The property PublishTrimmed.</summary>
    public static T SetPublishTrimmed<T>(this T o, bool? v) where T : DotNetPublishSettings => o.SetProperty("PublishTrimmed", v);

    /// <summary>The property PublishTrimmed.</summary>
    public static T EnablePublishTrimmed<T>(this T o) where T : DotNetPublishSettings => o.SetProperty("PublishTrimmed", true);
}
