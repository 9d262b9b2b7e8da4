using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Docker;

/// <summary>Says how <c>docker save</c> is called.</summary>
public static class DockerSaveSettingsExtensions
{
    /// <summary>The images.</summary>
    public static T SetImages<T>(this T o, params string[] v) where T : DockerSaveSettings => o.With(x => x.Set(nameof(DockerSaveSettings.Images), v.ToList()));

    /// <summary>The images.</summary>
    public static T SetImages<T>(this T o, IEnumerable<string> v) where T : DockerSaveSettings => o.SetImages(v.ToArray());

    /// <summary>More of them: the images.</summary>
    public static T AddImages<T>(this T o, params string[] v) where T : DockerSaveSettings => o.With(x => x.Add(nameof(DockerSaveSettings.Images), v));

    /// <summary>More of them: the images.</summary>
    public static T AddImages<T>(this T o, IEnumerable<string> v) where T : DockerSaveSettings => o.AddImages(v.ToArray());

    /// <summary>None of them: the images.</summary>
    public static T ClearImages<T>(this T o) where T : DockerSaveSettings => o.With(x => x.Set(nameof(DockerSaveSettings.Images), null));

    /// <summary>The archive.</summary>
    public static T SetOutput<T>(this T o, string v) where T : DockerSaveSettings => o.With(x => x.Set(nameof(DockerSaveSettings.Output), v));

    /// <summary>Not set: the archive.</summary>
    public static T ResetOutput<T>(this T o) where T : DockerSaveSettings => o.With(x => x.Set(nameof(DockerSaveSettings.Output), null));
}
