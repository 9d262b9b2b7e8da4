using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Docker;

/// <summary>Says how <c>docker push</c> is called.</summary>
public static class DockerPushSettingsExtensions
{
    /// <summary>The image.</summary>
    public static T SetName<T>(this T o, string v) where T : DockerPushSettings => o.With(x => x.Set(nameof(DockerPushSettings.Name), v));

    /// <summary>Not set: the image.</summary>
    public static T ResetName<T>(this T o) where T : DockerPushSettings => o.With(x => x.Set(nameof(DockerPushSettings.Name), null));

    /// <summary>Uploads every tag of the image.</summary>
    public static T SetAllTags<T>(this T o, bool? v) where T : DockerPushSettings => o.With(x => x.Set(nameof(DockerPushSettings.AllTags), v));

    /// <summary>Not set: uploads every tag of the image.</summary>
    public static T ResetAllTags<T>(this T o) where T : DockerPushSettings => o.With(x => x.Set(nameof(DockerPushSettings.AllTags), null));

    /// <summary>Yes: uploads every tag of the image.</summary>
    public static T EnableAllTags<T>(this T o) where T : DockerPushSettings => o.SetAllTags(true);

    /// <summary>No: uploads every tag of the image.</summary>
    public static T DisableAllTags<T>(this T o) where T : DockerPushSettings => o.SetAllTags(false);

    /// <summary>Does not sign the image.</summary>
    public static T SetDisableContentTrust<T>(this T o, bool? v) where T : DockerPushSettings => o.With(x => x.Set(nameof(DockerPushSettings.DisableContentTrust), v));

    /// <summary>Not set: does not sign the image.</summary>
    public static T ResetDisableContentTrust<T>(this T o) where T : DockerPushSettings => o.With(x => x.Set(nameof(DockerPushSettings.DisableContentTrust), null));

    /// <summary>Yes: does not sign the image.</summary>
    public static T EnableDisableContentTrust<T>(this T o) where T : DockerPushSettings => o.SetDisableContentTrust(true);

    /// <summary>No: does not sign the image.</summary>
    public static T DisableDisableContentTrust<T>(this T o) where T : DockerPushSettings => o.SetDisableContentTrust(false);
}
