using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Says how <c>dotnet pack</c> is called.</summary>
public static class DotNetPackSettingsExtensions
{
    /// <summary>The project or solution.</summary>
    public static T SetProject<T>(this T o, string v) where T : DotNetPackSettings => o.With(x => x.Set(nameof(DotNetPackSettings.Project), v));

    /// <summary>Not set: the project or solution.</summary>
    public static T ResetProject<T>(this T o) where T : DotNetPackSettings => o.With(x => x.Set(nameof(DotNetPackSettings.Project), null));

    /// <summary>The configuration, like Release.</summary>
    public static T SetConfiguration<T>(this T o, string v) where T : DotNetPackSettings => o.With(x => x.Set(nameof(DotNetPackSettings.Configuration), v));

    /// <summary>Not set: the configuration, like Release.</summary>
    public static T ResetConfiguration<T>(this T o) where T : DotNetPackSettings => o.With(x => x.Set(nameof(DotNetPackSettings.Configuration), null));

    /// <summary>The runtime identifier.</summary>
    public static T SetRuntime<T>(this T o, string v) where T : DotNetPackSettings => o.With(x => x.Set(nameof(DotNetPackSettings.Runtime), v));

    /// <summary>Not set: the runtime identifier.</summary>
    public static T ResetRuntime<T>(this T o) where T : DotNetPackSettings => o.With(x => x.Set(nameof(DotNetPackSettings.Runtime), null));

    /// <summary>The folder for the packages.</summary>
    public static T SetOutputDirectory<T>(this T o, string v) where T : DotNetPackSettings => o.With(x => x.Set(nameof(DotNetPackSettings.OutputDirectory), v));

    /// <summary>Not set: the folder for the packages.</summary>
    public static T ResetOutputDirectory<T>(this T o) where T : DotNetPackSettings => o.With(x => x.Set(nameof(DotNetPackSettings.OutputDirectory), null));

    /// <summary>The folder for everything that is built.</summary>
    public static T SetArtifactsPath<T>(this T o, string v) where T : DotNetPackSettings => o.With(x => x.Set(nameof(DotNetPackSettings.ArtifactsPath), v));

    /// <summary>Not set: the folder for everything that is built.</summary>
    public static T ResetArtifactsPath<T>(this T o) where T : DotNetPackSettings => o.With(x => x.Set(nameof(DotNetPackSettings.ArtifactsPath), null));

    /// <summary>How much is printed.</summary>
    public static T SetVerbosity<T>(this T o, DotNetVerbosity v) where T : DotNetPackSettings => o.With(x => x.Set(nameof(DotNetPackSettings.Verbosity), v));

    /// <summary>Not set: how much is printed.</summary>
    public static T ResetVerbosity<T>(this T o) where T : DotNetPackSettings => o.With(x => x.Set(nameof(DotNetPackSettings.Verbosity), null));

    /// <summary>The end of the version.</summary>
    public static T SetVersionSuffix<T>(this T o, string v) where T : DotNetPackSettings => o.With(x => x.Set(nameof(DotNetPackSettings.VersionSuffix), v));

    /// <summary>Not set: the end of the version.</summary>
    public static T ResetVersionSuffix<T>(this T o) where T : DotNetPackSettings => o.With(x => x.Set(nameof(DotNetPackSettings.VersionSuffix), null));

    /// <summary>Packs the sources too, or not.</summary>
    public static T SetIncludeSource<T>(this T o, bool? v) where T : DotNetPackSettings => o.With(x => x.Set(nameof(DotNetPackSettings.IncludeSource), v));

    /// <summary>Packs the sources too.</summary>
    public static T EnableIncludeSource<T>(this T o) where T : DotNetPackSettings => o.SetIncludeSource(true);

    /// <summary>Not: packs the sources too.</summary>
    public static T DisableIncludeSource<T>(this T o) where T : DotNetPackSettings => o.SetIncludeSource(false);

    /// <summary>Packs the symbols too, or not.</summary>
    public static T SetIncludeSymbols<T>(this T o, bool? v) where T : DotNetPackSettings => o.With(x => x.Set(nameof(DotNetPackSettings.IncludeSymbols), v));

    /// <summary>Packs the symbols too.</summary>
    public static T EnableIncludeSymbols<T>(this T o) where T : DotNetPackSettings => o.SetIncludeSymbols(true);

    /// <summary>Not: packs the symbols too.</summary>
    public static T DisableIncludeSymbols<T>(this T o) where T : DotNetPackSettings => o.SetIncludeSymbols(false);

    /// <summary>Marks the package as serviceable, or not.</summary>
    public static T SetServiceable<T>(this T o, bool? v) where T : DotNetPackSettings => o.With(x => x.Set(nameof(DotNetPackSettings.Serviceable), v));

    /// <summary>Marks the package as serviceable.</summary>
    public static T EnableServiceable<T>(this T o) where T : DotNetPackSettings => o.SetServiceable(true);

    /// <summary>Not: marks the package as serviceable.</summary>
    public static T DisableServiceable<T>(this T o) where T : DotNetPackSettings => o.SetServiceable(false);

    /// <summary>Builds nothing, or not.</summary>
    public static T SetNoBuild<T>(this T o, bool? v) where T : DotNetPackSettings => o.With(x => x.Set(nameof(DotNetPackSettings.NoBuild), v));

    /// <summary>Builds nothing.</summary>
    public static T EnableNoBuild<T>(this T o) where T : DotNetPackSettings => o.SetNoBuild(true);

    /// <summary>Not: builds nothing.</summary>
    public static T DisableNoBuild<T>(this T o) where T : DotNetPackSettings => o.SetNoBuild(false);

    /// <summary>Leaves referenced projects alone, or not.</summary>
    public static T SetNoDependencies<T>(this T o, bool? v) where T : DotNetPackSettings => o.With(x => x.Set(nameof(DotNetPackSettings.NoDependencies), v));

    /// <summary>Leaves referenced projects alone.</summary>
    public static T EnableNoDependencies<T>(this T o) where T : DotNetPackSettings => o.SetNoDependencies(true);

    /// <summary>Not: leaves referenced projects alone.</summary>
    public static T DisableNoDependencies<T>(this T o) where T : DotNetPackSettings => o.SetNoDependencies(false);

    /// <summary>Restores nothing, or not.</summary>
    public static T SetNoRestore<T>(this T o, bool? v) where T : DotNetPackSettings => o.With(x => x.Set(nameof(DotNetPackSettings.NoRestore), v));

    /// <summary>Restores nothing.</summary>
    public static T EnableNoRestore<T>(this T o) where T : DotNetPackSettings => o.SetNoRestore(true);

    /// <summary>Not: restores nothing.</summary>
    public static T DisableNoRestore<T>(this T o) where T : DotNetPackSettings => o.SetNoRestore(false);

    /// <summary>Prints no header, or not.</summary>
    public static T SetNoLogo<T>(this T o, bool? v) where T : DotNetPackSettings => o.With(x => x.Set(nameof(DotNetPackSettings.NoLogo), v));

    /// <summary>Prints no header.</summary>
    public static T EnableNoLogo<T>(this T o) where T : DotNetPackSettings => o.SetNoLogo(true);

    /// <summary>Not: prints no header.</summary>
    public static T DisableNoLogo<T>(this T o) where T : DotNetPackSettings => o.SetNoLogo(false);

    /// <summary>Resolves all dependencies again, or not.</summary>
    public static T SetForce<T>(this T o, bool? v) where T : DotNetPackSettings => o.With(x => x.Set(nameof(DotNetPackSettings.Force), v));

    /// <summary>Resolves all dependencies again.</summary>
    public static T EnableForce<T>(this T o) where T : DotNetPackSettings => o.SetForce(true);

    /// <summary>Not: resolves all dependencies again.</summary>
    public static T DisableForce<T>(this T o) where T : DotNetPackSettings => o.SetForce(false);

    /// <summary>Feeds to use.</summary>
    public static T SetSources<T>(this T o, params string[] v) where T : DotNetPackSettings => o.With(x => x.Set(nameof(DotNetPackSettings.Sources), v.ToList()));

    /// <summary>Feeds to use, in addition.</summary>
    public static T AddSources<T>(this T o, params string[] v) where T : DotNetPackSettings => o.With(x => x.Add(nameof(DotNetPackSettings.Sources), v));

    /// <summary>Feeds to use, in addition.</summary>
    public static T AddSources<T>(this T o, IEnumerable<string> v) where T : DotNetPackSettings => o.AddSources(v.ToArray());

    /// <summary>Sets a property for MSBuild.</summary>
    public static T SetProperty<T>(this T o, string k, object v) where T : DotNetPackSettings => o.With(x => x.Add(nameof(DotNetPackSettings.Properties), k, v));

    /// <summary>Adds a property for MSBuild.</summary>
    public static T AddProperty<T>(this T o, string k, object v) where T : DotNetPackSettings => o.SetProperty(k, v);

    /// <summary>The property Version.</summary>
    public static T SetVersion<T>(this T o, string v) where T : DotNetPackSettings => o.SetProperty("Version", v);

    /// <summary>The property VersionPrefix.</summary>
    public static T SetVersionPrefix<T>(this T o, string v) where T : DotNetPackSettings => o.SetProperty("VersionPrefix", v);

    /// <summary>The property AssemblyVersion.</summary>
    public static T SetAssemblyVersion<T>(this T o, string v) where T : DotNetPackSettings => o.SetProperty("AssemblyVersion", v);

    /// <summary>The property FileVersion.</summary>
    public static T SetFileVersion<T>(this T o, string v) where T : DotNetPackSettings => o.SetProperty("FileVersion", v);

    /// <summary>The property InformationalVersion.</summary>
    public static T SetInformationalVersion<T>(this T o, string v) where T : DotNetPackSettings => o.SetProperty("InformationalVersion", v);

    /// <summary>The property RepositoryUrl.</summary>
    public static T SetRepositoryUrl<T>(this T o, string v) where T : DotNetPackSettings => o.SetProperty("RepositoryUrl", v);

    /// <summary>The property ContinuousIntegrationBuild.</summary>
    public static T SetContinuousIntegrationBuild<T>(this T o, bool? v) where T : DotNetPackSettings => o.SetProperty("ContinuousIntegrationBuild", v);

    /// <summary>The property ContinuousIntegrationBuild.</summary>
    public static T EnableContinuousIntegrationBuild<T>(this T o) where T : DotNetPackSettings => o.SetProperty("ContinuousIntegrationBuild", true);

    /// <summary>The property Deterministic.</summary>
    public static T SetDeterministic<T>(this T o, bool? v) where T : DotNetPackSettings => o.SetProperty("Deterministic", v);

    /// <summary>The property Deterministic.</summary>
    public static T EnableDeterministic<T>(this T o) where T : DotNetPackSettings => o.SetProperty("Deterministic", true);

    /// <summary>The property TreatWarningsAsErrors.</summary>
    public static T SetTreatWarningsAsErrors<T>(this T o, bool? v) where T : DotNetPackSettings => o.SetProperty("TreatWarningsAsErrors", v);

    /// <summary>The property TreatWarningsAsErrors.</summary>
    public static T EnableTreatWarningsAsErrors<T>(this T o) where T : DotNetPackSettings => o.SetProperty("TreatWarningsAsErrors", true);
}
