using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Docker;

/// <summary>Says how <c>docker login</c> is called.</summary>
public static class DockerLoginSettingsExtensions
{
    /// <summary>The registry; without it, Docker's own.</summary>
    public static T SetServer<T>(this T o, string v) where T : DockerLoginSettings => o.With(x => x.Set(nameof(DockerLoginSettings.Server), v));

    /// <summary>Not set: the registry; without it, Docker's own.</summary>
    public static T ResetServer<T>(this T o) where T : DockerLoginSettings => o.With(x => x.Set(nameof(DockerLoginSettings.Server), null));

    /// <summary>Who logs in.</summary>
    public static T SetUsername<T>(this T o, string v) where T : DockerLoginSettings => o.With(x => x.Set(nameof(DockerLoginSettings.Username), v));

    /// <summary>Not set: who logs in.</summary>
    public static T ResetUsername<T>(this T o) where T : DockerLoginSettings => o.With(x => x.Set(nameof(DockerLoginSettings.Username), null));

    /// <summary>The password or token.</summary>
    public static T SetPassword<T>(this T o, string v) where T : DockerLoginSettings => o.With(x => x.Set(nameof(DockerLoginSettings.Password), v));

    /// <summary>Not set: the password or token.</summary>
    public static T ResetPassword<T>(this T o) where T : DockerLoginSettings => o.With(x => x.Set(nameof(DockerLoginSettings.Password), null));
}
