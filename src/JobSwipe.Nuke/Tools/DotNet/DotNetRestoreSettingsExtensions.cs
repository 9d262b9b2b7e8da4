using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Says how <c>dotnet restore</c> is called.</summary>
public static class DotNetRestoreSettingsExtensions
{
    /// <summary>The project or solution.</summary>
    public static T SetProjectFile<T>(this T o, string v) where T : DotNetRestoreSettings => o.With(x => x.Set(nameof(DotNetRestoreSettings.ProjectFile), v));

    /// <summary>Not set: the project or solution.</summary>
    public static T ResetProjectFile<T>(this T o) where T : DotNetRestoreSettings => o.With(x => x.Set(nameof(DotNetRestoreSettings.ProjectFile), null));

    /// <summary>The NuGet configuration.</summary>
    public static T SetConfigFile<T>(this T o, string v) where T : DotNetRestoreSettings => o.With(x => x.Set(nameof(DotNetRestoreSettings.ConfigFile), v));

    /// <summary>Not set: the NuGet configuration.</summary>
    public static T ResetConfigFile<T>(this T o) where T : DotNetRestoreSettings => o.With(x => x.Set(nameof(DotNetRestoreSettings.ConfigFile), null));

    /// <summary>The lock file.</summary>
    public static T SetLockFilePath<T>(this T o, string v) where T : DotNetRestoreSettings => o.With(x => x.Set(nameof(DotNetRestoreSettings.LockFilePath), v));

    /// <summary>Not set: the lock file.</summary>
    public static T ResetLockFilePath<T>(this T o) where T : DotNetRestoreSettings => o.With(x => x.Set(nameof(DotNetRestoreSettings.LockFilePath), null));

    /// <summary>The folder of the packages.</summary>
    public static T SetPackageDirectory<T>(this T o, string v) where T : DotNetRestoreSettings => o.With(x => x.Set(nameof(DotNetRestoreSettings.PackageDirectory), v));

    /// <summary>Not set: the folder of the packages.</summary>
    public static T ResetPackageDirectory<T>(this T o) where T : DotNetRestoreSettings => o.With(x => x.Set(nameof(DotNetRestoreSettings.PackageDirectory), null));

    /// <summary>The runtime identifier.</summary>
    public static T SetRuntime<T>(this T o, string v) where T : DotNetRestoreSettings => o.With(x => x.Set(nameof(DotNetRestoreSettings.Runtime), v));

    /// <summary>Not set: the runtime identifier.</summary>
    public static T ResetRuntime<T>(this T o) where T : DotNetRestoreSettings => o.With(x => x.Set(nameof(DotNetRestoreSettings.Runtime), null));

    /// <summary>How much is printed.</summary>
    public static T SetVerbosity<T>(this T o, DotNetVerbosity v) where T : DotNetRestoreSettings => o.With(x => x.Set(nameof(DotNetRestoreSettings.Verbosity), v));

    /// <summary>Not set: how much is printed.</summary>
    public static T ResetVerbosity<T>(this T o) where T : DotNetRestoreSettings => o.With(x => x.Set(nameof(DotNetRestoreSettings.Verbosity), null));

    /// <summary>Restores one project after the other, or not.</summary>
    public static T SetDisableParallel<T>(this T o, bool? v) where T : DotNetRestoreSettings => o.With(x => x.Set(nameof(DotNetRestoreSettings.DisableParallel), v));

    /// <summary>Restores one project after the other.</summary>
    public static T EnableDisableParallel<T>(this T o) where T : DotNetRestoreSettings => o.SetDisableParallel(true);

    /// <summary>Not: restores one project after the other.</summary>
    public static T DisableDisableParallel<T>(this T o) where T : DotNetRestoreSettings => o.SetDisableParallel(false);

    /// <summary>Resolves all dependencies again, or not.</summary>
    public static T SetForce<T>(this T o, bool? v) where T : DotNetRestoreSettings => o.With(x => x.Set(nameof(DotNetRestoreSettings.Force), v));

    /// <summary>Resolves all dependencies again.</summary>
    public static T EnableForce<T>(this T o) where T : DotNetRestoreSettings => o.SetForce(true);

    /// <summary>Not: resolves all dependencies again.</summary>
    public static T DisableForce<T>(this T o) where T : DotNetRestoreSettings => o.SetForce(false);

    /// <summary>Uses no cached answers of feeds, or not.</summary>
    public static T SetNoCache<T>(this T o, bool? v) where T : DotNetRestoreSettings => o.With(x => x.Set(nameof(DotNetRestoreSettings.NoCache), v));

    /// <summary>Uses no cached answers of feeds.</summary>
    public static T EnableNoCache<T>(this T o) where T : DotNetRestoreSettings => o.SetNoCache(true);

    /// <summary>Not: uses no cached answers of feeds.</summary>
    public static T DisableNoCache<T>(this T o) where T : DotNetRestoreSettings => o.SetNoCache(false);

    /// <summary>Feeds that do not answer are only warnings, or not.</summary>
    public static T SetIgnoreFailedSources<T>(this T o, bool? v) where T : DotNetRestoreSettings => o.With(x => x.Set(nameof(DotNetRestoreSettings.IgnoreFailedSources), v));

    /// <summary>Feeds that do not answer are only warnings.</summary>
    public static T EnableIgnoreFailedSources<T>(this T o) where T : DotNetRestoreSettings => o.SetIgnoreFailedSources(true);

    /// <summary>Not: feeds that do not answer are only warnings.</summary>
    public static T DisableIgnoreFailedSources<T>(this T o) where T : DotNetRestoreSettings => o.SetIgnoreFailedSources(false);

    /// <summary>The lock file must not change, or not.</summary>
    public static T SetLockedMode<T>(this T o, bool? v) where T : DotNetRestoreSettings => o.With(x => x.Set(nameof(DotNetRestoreSettings.LockedMode), v));

    /// <summary>The lock file must not change.</summary>
    public static T EnableLockedMode<T>(this T o) where T : DotNetRestoreSettings => o.SetLockedMode(true);

    /// <summary>Not: the lock file must not change.</summary>
    public static T DisableLockedMode<T>(this T o) where T : DotNetRestoreSettings => o.SetLockedMode(false);

    /// <summary>Writes and uses a lock file, or not.</summary>
    public static T SetUseLockFile<T>(this T o, bool? v) where T : DotNetRestoreSettings => o.With(x => x.Set(nameof(DotNetRestoreSettings.UseLockFile), v));

    /// <summary>Writes and uses a lock file.</summary>
    public static T EnableUseLockFile<T>(this T o) where T : DotNetRestoreSettings => o.SetUseLockFile(true);

    /// <summary>Not: writes and uses a lock file.</summary>
    public static T DisableUseLockFile<T>(this T o) where T : DotNetRestoreSettings => o.SetUseLockFile(false);

    /// <summary>Leaves referenced projects alone, or not.</summary>
    public static T SetNoDependencies<T>(this T o, bool? v) where T : DotNetRestoreSettings => o.With(x => x.Set(nameof(DotNetRestoreSettings.NoDependencies), v));

    /// <summary>Leaves referenced projects alone.</summary>
    public static T EnableNoDependencies<T>(this T o) where T : DotNetRestoreSettings => o.SetNoDependencies(true);

    /// <summary>Not: leaves referenced projects alone.</summary>
    public static T DisableNoDependencies<T>(this T o) where T : DotNetRestoreSettings => o.SetNoDependencies(false);

    /// <summary>Feeds to use.</summary>
    public static T SetSources<T>(this T o, params string[] v) where T : DotNetRestoreSettings => o.With(x => x.Set(nameof(DotNetRestoreSettings.Sources), v.ToList()));

    /// <summary>Feeds to use, in addition.</summary>
    public static T AddSources<T>(this T o, params string[] v) where T : DotNetRestoreSettings => o.With(x => x.Add(nameof(DotNetRestoreSettings.Sources), v));

    /// <summary>Feeds to use, in addition.</summary>
    public static T AddSources<T>(this T o, IEnumerable<string> v) where T : DotNetRestoreSettings => o.AddSources(v.ToArray());

    /// <summary>Evaluates all dependencies again, or not.</summary>
    public static T SetForceEvaluate<T>(this T o, bool? v) where T : DotNetRestoreSettings => o.With(x => x.Set(nameof(DotNetRestoreSettings.ForceEvaluate), v));

    /// <summary>Evaluates all dependencies again.</summary>
    public static T EnableForceEvaluate<T>(this T o) where T : DotNetRestoreSettings => o.SetForceEvaluate(true);

    /// <summary>Not: evaluates all dependencies again.</summary>
    public static T DisableForceEvaluate<T>(this T o) where T : DotNetRestoreSettings => o.SetForceEvaluate(false);

    /// <summary>Sets a property for MSBuild.</summary>
    public static T SetProperty<T>(this T o, string k, object v) where T : DotNetRestoreSettings => o.With(x => x.Add(nameof(DotNetRestoreSettings.Properties), k, v));

    /// <summary>Adds a property for MSBuild.</summary>
    public static T AddProperty<T>(this T o, string k, object v) where T : DotNetRestoreSettings => o.SetProperty(k, v);

    /// <summary>The property Version.</summary>
    public static T SetVersion<T>(this T o, string v) where T : DotNetRestoreSettings => o.SetProperty("Version", v);

    /// <summary>The property VersionPrefix.</summary>
    public static T SetVersionPrefix<T>(this T o, string v) where T : DotNetRestoreSettings => o.SetProperty("VersionPrefix", v);

    /// <summary>The property AssemblyVersion.</summary>
    public static T SetAssemblyVersion<T>(this T o, string v) where T : DotNetRestoreSettings => o.SetProperty("AssemblyVersion", v);

    /// <summary>The property FileVersion.</summary>
    public static T SetFileVersion<T>(this T o, string v) where T : DotNetRestoreSettings => o.SetProperty("FileVersion", v);

    /// <summary>The property InformationalVersion.</summary>
    public static T SetInformationalVersion<T>(this T o, string v) where T : DotNetRestoreSettings => o.SetProperty("InformationalVersion", v);

    /// <summary>The property RepositoryUrl.</summary>
    public static T SetRepositoryUrl<T>(this T o, string v) where T : DotNetRestoreSettings => o.SetProperty("RepositoryUrl", v);

    /// <summary>The property ContinuousIntegrationBuild.</summary>
    public static T SetContinuousIntegrationBuild<T>(this T o, bool? v) where T : DotNetRestoreSettings => o.SetProperty("ContinuousIntegrationBuild", v);

    /// <summary>The property ContinuousIntegrationBuild.</summary>
    public static T EnableContinuousIntegrationBuild<T>(this T o) where T : DotNetRestoreSettings => o.SetProperty("ContinuousIntegrationBuild", true);

    /// <summary>The property Deterministic.</summary>
    public static T SetDeterministic<T>(this T o, bool? v) where T : DotNetRestoreSettings => o.SetProperty("Deterministic", v);

    /// <summary>The property Deterministic.</summary>
    public static T EnableDeterministic<T>(this T o) where T : DotNetRestoreSettings => o.SetProperty("Deterministic", true);

    /// <summary>The property TreatWarningsAsErrors.</summary>
    public static T SetTreatWarningsAsErrors<T>(this T o, bool? v) where T : DotNetRestoreSettings => o.SetProperty("TreatWarningsAsErrors", v);

    /// <summary>The property TreatWarningsAsErrors.</summary>
    public static T EnableTreatWarningsAsErrors<T>(this T o) where T : DotNetRestoreSettings => o.SetProperty("TreatWarningsAsErrors", true);
}
