using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Says how <c>dotnet nuget push</c> is called.</summary>
public static class DotNetNuGetPushSettingsExtensions
{
    /// <summary>The package.</summary>
    public static T SetTargetPath<T>(this T o, string v) where T : DotNetNuGetPushSettings => o.With(x => x.Set(nameof(DotNetNuGetPushSettings.TargetPath), v));

    /// <summary>Not set: the package.</summary>
    public static T ResetTargetPath<T>(this T o) where T : DotNetNuGetPushSettings => o.With(x => x.Set(nameof(DotNetNuGetPushSettings.TargetPath), null));

    /// <summary>The feed.</summary>
    public static T SetSource<T>(this T o, string v) where T : DotNetNuGetPushSettings => o.With(x => x.Set(nameof(DotNetNuGetPushSettings.Source), v));

    /// <summary>Not set: the feed.</summary>
    public static T ResetSource<T>(this T o) where T : DotNetNuGetPushSettings => o.With(x => x.Set(nameof(DotNetNuGetPushSettings.Source), null));

    /// <summary>The key for the feed.</summary>
    public static T SetApiKey<T>(this T o, string v) where T : DotNetNuGetPushSettings => o.With(x => x.Set(nameof(DotNetNuGetPushSettings.ApiKey), v));

    /// <summary>Not set: the key for the feed.</summary>
    public static T ResetApiKey<T>(this T o) where T : DotNetNuGetPushSettings => o.With(x => x.Set(nameof(DotNetNuGetPushSettings.ApiKey), null));

    /// <summary>The feed for symbols.</summary>
    public static T SetSymbolSource<T>(this T o, string v) where T : DotNetNuGetPushSettings => o.With(x => x.Set(nameof(DotNetNuGetPushSettings.SymbolSource), v));

    /// <summary>Not set: the feed for symbols.</summary>
    public static T ResetSymbolSource<T>(this T o) where T : DotNetNuGetPushSettings => o.With(x => x.Set(nameof(DotNetNuGetPushSettings.SymbolSource), null));

    /// <summary>The key for symbols.</summary>
    public static T SetSymbolApiKey<T>(this T o, string v) where T : DotNetNuGetPushSettings => o.With(x => x.Set(nameof(DotNetNuGetPushSettings.SymbolApiKey), v));

    /// <summary>Not set: the key for symbols.</summary>
    public static T ResetSymbolApiKey<T>(this T o) where T : DotNetNuGetPushSettings => o.With(x => x.Set(nameof(DotNetNuGetPushSettings.SymbolApiKey), null));

    /// <summary>Seconds until it gives up.</summary>
    public static T SetTimeout<T>(this T o, int? v) where T : DotNetNuGetPushSettings => o.With(x => x.Set(nameof(DotNetNuGetPushSettings.Timeout), v));

    /// <summary>Not set: seconds until it gives up.</summary>
    public static T ResetTimeout<T>(this T o) where T : DotNetNuGetPushSettings => o.With(x => x.Set(nameof(DotNetNuGetPushSettings.Timeout), null));

    /// <summary>Sends without a copy in memory, or not.</summary>
    public static T SetDisableBuffering<T>(this T o, bool? v) where T : DotNetNuGetPushSettings => o.With(x => x.Set(nameof(DotNetNuGetPushSettings.DisableBuffering), v));

    /// <summary>Sends without a copy in memory.</summary>
    public static T EnableDisableBuffering<T>(this T o) where T : DotNetNuGetPushSettings => o.SetDisableBuffering(true);

    /// <summary>Not: sends without a copy in memory.</summary>
    public static T DisableDisableBuffering<T>(this T o) where T : DotNetNuGetPushSettings => o.SetDisableBuffering(false);

    /// <summary>Leaves symbols out, or not.</summary>
    public static T SetNoSymbols<T>(this T o, bool? v) where T : DotNetNuGetPushSettings => o.With(x => x.Set(nameof(DotNetNuGetPushSettings.NoSymbols), v));

    /// <summary>Leaves symbols out.</summary>
    public static T EnableNoSymbols<T>(this T o) where T : DotNetNuGetPushSettings => o.SetNoSymbols(true);

    /// <summary>Not: leaves symbols out.</summary>
    public static T DisableNoSymbols<T>(this T o) where T : DotNetNuGetPushSettings => o.SetNoSymbols(false);

    /// <summary>Prints in English, or not.</summary>
    public static T SetForceEnglishOutput<T>(this T o, bool? v) where T : DotNetNuGetPushSettings => o.With(x => x.Set(nameof(DotNetNuGetPushSettings.ForceEnglishOutput), v));

    /// <summary>Prints in English.</summary>
    public static T EnableForceEnglishOutput<T>(this T o) where T : DotNetNuGetPushSettings => o.SetForceEnglishOutput(true);

    /// <summary>Not: prints in English.</summary>
    public static T DisableForceEnglishOutput<T>(this T o) where T : DotNetNuGetPushSettings => o.SetForceEnglishOutput(false);

    /// <summary>A package that is there already is no error, or not.</summary>
    public static T SetSkipDuplicate<T>(this T o, bool? v) where T : DotNetNuGetPushSettings => o.With(x => x.Set(nameof(DotNetNuGetPushSettings.SkipDuplicate), v));

    /// <summary>A package that is there already is no error.</summary>
    public static T EnableSkipDuplicate<T>(this T o) where T : DotNetNuGetPushSettings => o.SetSkipDuplicate(true);

    /// <summary>Not: a package that is there already is no error.</summary>
    public static T DisableSkipDuplicate<T>(this T o) where T : DotNetNuGetPushSettings => o.SetSkipDuplicate(false);
}
