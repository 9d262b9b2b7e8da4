using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Docker;

/// <summary>Says how <c>docker tag</c> is called.</summary>
public static class DockerTagSettingsExtensions
{
    /// <summary>The image.</summary>
    public static T SetSourceImage<T>(this T o, string v) where T : DockerTagSettings => o.With(x => x.Set(nameof(DockerTagSettings.SourceImage), v));

    /// <summary>Not set: the image.</summary>
    public static T ResetSourceImage<T>(this T o) where T : DockerTagSettings => o.With(x => x.Set(nameof(DockerTagSettings.SourceImage), null));

    /// <summary>Its new name.</summary>
    public static T SetTargetImage<T>(this T o, string v) where T : DockerTagSettings => o.With(x => x.Set(nameof(DockerTagSettings.TargetImage), v));

    /// <summary>Not set: its new name.</summary>
    public static T ResetTargetImage<T>(this T o) where T : DockerTagSettings => o.With(x => x.Set(nameof(DockerTagSettings.TargetImage), null));
}
