using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Says how <c>dotnet run</c> is called.</summary>
public static class DotNetRunSettingsExtensions
{
    /// <summary>The project.</summary>
    public static T SetProjectFile<T>(this T o, string v) where T : DotNetRunSettings => o.With(x => x.Set(nameof(DotNetRunSettings.ProjectFile), v));

    /// <summary>Not set: the project.</summary>
    public static T ResetProjectFile<T>(this T o) where T : DotNetRunSettings => o.With(x => x.Set(nameof(DotNetRunSettings.ProjectFile), null));

    /// <summary>The configuration, like Release.</summary>
    public static T SetConfiguration<T>(this T o, string v) where T : DotNetRunSettings => o.With(x => x.Set(nameof(DotNetRunSettings.Configuration), v));

    /// <summary>Not set: the configuration, like Release.</summary>
    public static T ResetConfiguration<T>(this T o) where T : DotNetRunSettings => o.With(x => x.Set(nameof(DotNetRunSettings.Configuration), null));

    /// <summary>The target framework.</summary>
    public static T SetFramework<T>(this T o, string v) where T : DotNetRunSettings => o.With(x => x.Set(nameof(DotNetRunSettings.Framework), v));

    /// <summary>Not set: the target framework.</summary>
    public static T ResetFramework<T>(this T o) where T : DotNetRunSettings => o.With(x => x.Set(nameof(DotNetRunSettings.Framework), null));

    /// <summary>The runtime identifier.</summary>
    public static T SetRuntime<T>(this T o, string v) where T : DotNetRunSettings => o.With(x => x.Set(nameof(DotNetRunSettings.Runtime), v));

    /// <summary>Not set: the runtime identifier.</summary>
    public static T ResetRuntime<T>(this T o) where T : DotNetRunSettings => o.With(x => x.Set(nameof(DotNetRunSettings.Runtime), null));

    /// <summary>The architecture.</summary>
    public static T SetArchitecture<T>(this T o, string v) where T : DotNetRunSettings => o.With(x => x.Set(nameof(DotNetRunSettings.Architecture), v));

    /// <summary>Not set: the architecture.</summary>
    public static T ResetArchitecture<T>(this T o) where T : DotNetRunSettings => o.With(x => x.Set(nameof(DotNetRunSettings.Architecture), null));

    /// <summary>The operating system.</summary>
    public static T SetOperatingSystem<T>(this T o, string v) where T : DotNetRunSettings => o.With(x => x.Set(nameof(DotNetRunSettings.OperatingSystem), v));

    /// <summary>Not set: the operating system.</summary>
    public static T ResetOperatingSystem<T>(this T o) where T : DotNetRunSettings => o.With(x => x.Set(nameof(DotNetRunSettings.OperatingSystem), null));

    /// <summary>The folder for everything that is built.</summary>
    public static T SetArtifactsPath<T>(this T o, string v) where T : DotNetRunSettings => o.With(x => x.Set(nameof(DotNetRunSettings.ArtifactsPath), v));

    /// <summary>Not set: the folder for everything that is built.</summary>
    public static T ResetArtifactsPath<T>(this T o) where T : DotNetRunSettings => o.With(x => x.Set(nameof(DotNetRunSettings.ArtifactsPath), null));

    /// <summary>The launch profile.</summary>
    public static T SetLaunchProfile<T>(this T o, string v) where T : DotNetRunSettings => o.With(x => x.Set(nameof(DotNetRunSettings.LaunchProfile), v));

    /// <summary>Not set: the launch profile.</summary>
    public static T ResetLaunchProfile<T>(this T o) where T : DotNetRunSettings => o.With(x => x.Set(nameof(DotNetRunSettings.LaunchProfile), null));

    /// <summary>How much is printed.</summary>
    public static T SetVerbosity<T>(this T o, DotNetVerbosity v) where T : DotNetRunSettings => o.With(x => x.Set(nameof(DotNetRunSettings.Verbosity), v));

    /// <summary>Not set: how much is printed.</summary>
    public static T ResetVerbosity<T>(this T o) where T : DotNetRunSettings => o.With(x => x.Set(nameof(DotNetRunSettings.Verbosity), null));

    /// <summary>Uses no launch profile, or not.</summary>
    public static T SetNoLaunchProfile<T>(this T o, bool? v) where T : DotNetRunSettings => o.With(x => x.Set(nameof(DotNetRunSettings.NoLaunchProfile), v));

    /// <summary>Uses no launch profile.</summary>
    public static T EnableNoLaunchProfile<T>(this T o) where T : DotNetRunSettings => o.SetNoLaunchProfile(true);

    /// <summary>Not: uses no launch profile.</summary>
    public static T DisableNoLaunchProfile<T>(this T o) where T : DotNetRunSettings => o.SetNoLaunchProfile(false);

    /// <summary>Builds nothing, or not.</summary>
    public static T SetNoBuild<T>(this T o, bool? v) where T : DotNetRunSettings => o.With(x => x.Set(nameof(DotNetRunSettings.NoBuild), v));

    /// <summary>Builds nothing.</summary>
    public static T EnableNoBuild<T>(this T o) where T : DotNetRunSettings => o.SetNoBuild(true);

    /// <summary>Not: builds nothing.</summary>
    public static T DisableNoBuild<T>(this T o) where T : DotNetRunSettings => o.SetNoBuild(false);

    /// <summary>Restores nothing, or not.</summary>
    public static T SetNoRestore<T>(this T o, bool? v) where T : DotNetRunSettings => o.With(x => x.Set(nameof(DotNetRunSettings.NoRestore), v));

    /// <summary>Restores nothing.</summary>
    public static T EnableNoRestore<T>(this T o) where T : DotNetRunSettings => o.SetNoRestore(true);

    /// <summary>Not: restores nothing.</summary>
    public static T DisableNoRestore<T>(this T o) where T : DotNetRunSettings => o.SetNoRestore(false);

    /// <summary>Leaves referenced projects alone, or not.</summary>
    public static T SetNoDependencies<T>(this T o, bool? v) where T : DotNetRunSettings => o.With(x => x.Set(nameof(DotNetRunSettings.NoDependencies), v));

    /// <summary>Leaves referenced projects alone.</summary>
    public static T EnableNoDependencies<T>(this T o) where T : DotNetRunSettings => o.SetNoDependencies(true);

    /// <summary>Not: leaves referenced projects alone.</summary>
    public static T DisableNoDependencies<T>(this T o) where T : DotNetRunSettings => o.SetNoDependencies(false);

    /// <summary>Resolves all dependencies again, or not.</summary>
    public static T SetForce<T>(this T o, bool? v) where T : DotNetRunSettings => o.With(x => x.Set(nameof(DotNetRunSettings.Force), v));

    /// <summary>Resolves all dependencies again.</summary>
    public static T EnableForce<T>(this T o) where T : DotNetRunSettings => o.SetForce(true);

    /// <summary>Not: resolves all dependencies again.</summary>
    public static T DisableForce<T>(this T o) where T : DotNetRunSettings => o.SetForce(false);

    /// <summary>Sets a property for MSBuild.</summary>
    public static T SetProperty<T>(this T o, string k, object v) where T : DotNetRunSettings => o.With(x => x.Add(nameof(DotNetRunSettings.Properties), k, v));

    /// <summary>Adds a property for MSBuild.</summary>
    public static T AddProperty<T>(this T o, string k, object v) where T : DotNetRunSettings => o.SetProperty(k, v);

    /// <summary>The property Version.</summary>
    public static T SetVersion<T>(this T o, string v) where T : DotNetRunSettings => o.SetProperty("Version", v);

    /// <summary>The property VersionPrefix.</summary>
    public static T SetVersionPrefix<T>(this T o, string v) where T : DotNetRunSettings => o.SetProperty("VersionPrefix", v);

    /// <summary>The property AssemblyVersion.</summary>
    public static T SetAssemblyVersion<T>(this T o, string v) where T : DotNetRunSettings => o.SetProperty("AssemblyVersion", v);

    /// <summary>The property FileVersion.</summary>
    public static T SetFileVersion<T>(this T o, string v) where T : DotNetRunSettings => o.SetProperty("FileVersion", v);

    /// <summary>The property InformationalVersion.</summary>
    public static T SetInformationalVersion<T>(this T o, string v) where T : DotNetRunSettings => o.SetProperty("InformationalVersion", v);

    /// <summary>The property RepositoryUrl.</summary>
    public static T SetRepositoryUrl<T>(this T o, string v) where T : DotNetRunSettings => o.SetProperty("RepositoryUrl", v);

    /// <summary>The property ContinuousIntegrationBuild.</summary>
    public static T SetContinuousIntegrationBuild<T>(this T o, bool? v) where T : DotNetRunSettings => o.SetProperty("ContinuousIntegrationBuild", v);

    /// <summary>The property ContinuousIntegrationBuild.</summary>
    public static T EnableContinuousIntegrationBuild<T>(this T o) where T : DotNetRunSettings => o.SetProperty("ContinuousIntegrationBuild", true);

    /// <summary>The property Deterministic.</summary>
    public static T SetDeterministic<T>(this T o, bool? v) where T : DotNetRunSettings => o.SetProperty("Deterministic", v);

    /// <summary>The property Deterministic.</summary>
    public static T EnableDeterministic<T>(this T o) where T : DotNetRunSettings => o.SetProperty("Deterministic", true);

    /// <summary>The property TreatWarningsAsErrors.</summary>
    public static T SetTreatWarningsAsErrors<T>(this T o, bool? v) where T : DotNetRunSettings => o.SetProperty("TreatWarningsAsErrors", v);

    /// <summary>The property TreatWarningsAsErrors.</summary>
    public static T EnableTreatWarningsAsErrors<T>(this T o) where T : DotNetRunSettings => o.SetProperty("TreatWarningsAsErrors", true);

    /// <summary>Arguments for the program.</summary>
    public static T SetApplicationArguments<T>(this T o, params string[] v) where T : DotNetRunSettings => o.With(x => x.Set(nameof(DotNetRunSettings.ApplicationArguments), v.ToList()));

    /// <summary>Arguments for the program, in addition.</summary>
    public static T AddApplicationArguments<T>(this T o, params string[] v) where T : DotNetRunSettings => o.With(x => x.Add(nameof(DotNetRunSettings.ApplicationArguments), v));

    /// <summary>Arguments for the program, in addition.</summary>
    public static T AddApplicationArguments<T>(this T o, IEnumerable<string> v) where T : DotNetRunSettings => o.AddApplicationArguments(v.ToArray());
}
