using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Docker;

/// <summary>Says how <c>docker build</c> is called.</summary>
public static class DockerBuildSettingsExtensions
{
    /// <summary>The folder that is sent to the builder.</summary>
    public static T SetPath<T>(this T o, string v) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.Path), v));

    /// <summary>Not set: the folder that is sent to the builder.</summary>
    public static T ResetPath<T>(this T o) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.Path), null));

    /// <summary>The Dockerfile.</summary>
    public static T SetFile<T>(this T o, string v) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.File), v));

    /// <summary>Not set: the Dockerfile.</summary>
    public static T ResetFile<T>(this T o) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.File), null));

    /// <summary>Names of the image.</summary>
    public static T SetTag<T>(this T o, params string[] v) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.Tag), v.ToList()));

    /// <summary>Names of the image.</summary>
    public static T SetTag<T>(this T o, IEnumerable<string> v) where T : DockerBuildSettings => o.SetTag(v.ToArray());

    /// <summary>More of them: names of the image.</summary>
    public static T AddTag<T>(this T o, params string[] v) where T : DockerBuildSettings => o.With(x => x.Add(nameof(DockerBuildSettings.Tag), v));

    /// <summary>More of them: names of the image.</summary>
    public static T AddTag<T>(this T o, IEnumerable<string> v) where T : DockerBuildSettings => o.AddTag(v.ToArray());

    /// <summary>None of them: names of the image.</summary>
    public static T ClearTag<T>(this T o) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.Tag), null));

    /// <summary>Variables of the Dockerfile, as NAME=value.</summary>
    public static T SetBuildArg<T>(this T o, params string[] v) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.BuildArg), v.ToList()));

    /// <summary>Variables of the Dockerfile, as NAME=value.</summary>
    public static T SetBuildArg<T>(this T o, IEnumerable<string> v) where T : DockerBuildSettings => o.SetBuildArg(v.ToArray());

    /// <summary>More of them: variables of the Dockerfile, as NAME=value.</summary>
    public static T AddBuildArg<T>(this T o, params string[] v) where T : DockerBuildSettings => o.With(x => x.Add(nameof(DockerBuildSettings.BuildArg), v));

    /// <summary>More of them: variables of the Dockerfile, as NAME=value.</summary>
    public static T AddBuildArg<T>(this T o, IEnumerable<string> v) where T : DockerBuildSettings => o.AddBuildArg(v.ToArray());

    /// <summary>None of them: variables of the Dockerfile, as NAME=value.</summary>
    public static T ClearBuildArg<T>(this T o) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.BuildArg), null));

    /// <summary>Labels of the image.</summary>
    public static T SetLabel<T>(this T o, params string[] v) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.Label), v.ToList()));

    /// <summary>Labels of the image.</summary>
    public static T SetLabel<T>(this T o, IEnumerable<string> v) where T : DockerBuildSettings => o.SetLabel(v.ToArray());

    /// <summary>More of them: labels of the image.</summary>
    public static T AddLabel<T>(this T o, params string[] v) where T : DockerBuildSettings => o.With(x => x.Add(nameof(DockerBuildSettings.Label), v));

    /// <summary>More of them: labels of the image.</summary>
    public static T AddLabel<T>(this T o, IEnumerable<string> v) where T : DockerBuildSettings => o.AddLabel(v.ToArray());

    /// <summary>None of them: labels of the image.</summary>
    public static T ClearLabel<T>(this T o) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.Label), null));

    /// <summary>Images whose layers may be taken over.</summary>
    public static T SetCacheFrom<T>(this T o, params string[] v) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.CacheFrom), v.ToList()));

    /// <summary>Images whose layers may be taken over.</summary>
    public static T SetCacheFrom<T>(this T o, IEnumerable<string> v) where T : DockerBuildSettings => o.SetCacheFrom(v.ToArray());

    /// <summary>More of them: images whose layers may be taken over.</summary>
    public static T AddCacheFrom<T>(this T o, params string[] v) where T : DockerBuildSettings => o.With(x => x.Add(nameof(DockerBuildSettings.CacheFrom), v));

    /// <summary>More of them: images whose layers may be taken over.</summary>
    public static T AddCacheFrom<T>(this T o, IEnumerable<string> v) where T : DockerBuildSettings => o.AddCacheFrom(v.ToArray());

    /// <summary>None of them: images whose layers may be taken over.</summary>
    public static T ClearCacheFrom<T>(this T o) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.CacheFrom), null));

    /// <summary>The stage to build.</summary>
    public static T SetTarget<T>(this T o, string v) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.Target), v));

    /// <summary>Not set: the stage to build.</summary>
    public static T ResetTarget<T>(this T o) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.Target), null));

    /// <summary>The platform to build for.</summary>
    public static T SetPlatform<T>(this T o, string v) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.Platform), v));

    /// <summary>Not set: the platform to build for.</summary>
    public static T ResetPlatform<T>(this T o) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.Platform), null));

    /// <summary>The network of the build's steps.</summary>
    public static T SetNetwork<T>(this T o, string v) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.Network), v));

    /// <summary>Not set: the network of the build's steps.</summary>
    public static T ResetNetwork<T>(this T o) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.Network), null));

    /// <summary>A file that only the build's steps see.</summary>
    public static T SetSecret<T>(this T o, string v) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.Secret), v));

    /// <summary>Not set: a file that only the build's steps see.</summary>
    public static T ResetSecret<T>(this T o) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.Secret), null));

    /// <summary>The agent that only the build's steps see.</summary>
    public static T SetSsh<T>(this T o, string v) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.Ssh), v));

    /// <summary>Not set: the agent that only the build's steps see.</summary>
    public static T ResetSsh<T>(this T o) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.Ssh), null));

    /// <summary>Where the result goes.</summary>
    public static T SetOutput<T>(this T o, string v) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.Output), v));

    /// <summary>Not set: where the result goes.</summary>
    public static T ResetOutput<T>(this T o) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.Output), null));

    /// <summary>The file that gets the image's id.</summary>
    public static T SetIidfile<T>(this T o, string v) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.Iidfile), v));

    /// <summary>Not set: the file that gets the image's id.</summary>
    public static T ResetIidfile<T>(this T o) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.Iidfile), null));

    /// <summary>How progress is shown.</summary>
    public static T SetProgress<T>(this T o, DockerProgressType v) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.Progress), v));

    /// <summary>Not set: how progress is shown.</summary>
    public static T ResetProgress<T>(this T o) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.Progress), null));

    /// <summary>Builds every layer again.</summary>
    public static T SetNoCache<T>(this T o, bool? v) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.NoCache), v));

    /// <summary>Not set: builds every layer again.</summary>
    public static T ResetNoCache<T>(this T o) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.NoCache), null));

    /// <summary>Yes: builds every layer again.</summary>
    public static T EnableNoCache<T>(this T o) where T : DockerBuildSettings => o.SetNoCache(true);

    /// <summary>No: builds every layer again.</summary>
    public static T DisableNoCache<T>(this T o) where T : DockerBuildSettings => o.SetNoCache(false);

    /// <summary>Asks for newer base images.</summary>
    public static T SetPull<T>(this T o, bool? v) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.Pull), v));

    /// <summary>Not set: asks for newer base images.</summary>
    public static T ResetPull<T>(this T o) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.Pull), null));

    /// <summary>Yes: asks for newer base images.</summary>
    public static T EnablePull<T>(this T o) where T : DockerBuildSettings => o.SetPull(true);

    /// <summary>No: asks for newer base images.</summary>
    public static T DisablePull<T>(this T o) where T : DockerBuildSettings => o.SetPull(false);

    /// <summary>Prints only the image's id.</summary>
    public static T SetQuiet<T>(this T o, bool? v) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.Quiet), v));

    /// <summary>Not set: prints only the image's id.</summary>
    public static T ResetQuiet<T>(this T o) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.Quiet), null));

    /// <summary>Yes: prints only the image's id.</summary>
    public static T EnableQuiet<T>(this T o) where T : DockerBuildSettings => o.SetQuiet(true);

    /// <summary>No: prints only the image's id.</summary>
    public static T DisableQuiet<T>(this T o) where T : DockerBuildSettings => o.SetQuiet(false);

    /// <summary>Removes containers in between.</summary>
    public static T SetRm<T>(this T o, bool? v) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.Rm), v));

    /// <summary>Not set: removes containers in between.</summary>
    public static T ResetRm<T>(this T o) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.Rm), null));

    /// <summary>Yes: removes containers in between.</summary>
    public static T EnableRm<T>(this T o) where T : DockerBuildSettings => o.SetRm(true);

    /// <summary>No: removes containers in between.</summary>
    public static T DisableRm<T>(this T o) where T : DockerBuildSettings => o.SetRm(false);

    /// <summary>Removes containers in between, also after a failure.</summary>
    public static T SetForceRm<T>(this T o, bool? v) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.ForceRm), v));

    /// <summary>Not set: removes containers in between, also after a failure.</summary>
    public static T ResetForceRm<T>(this T o) where T : DockerBuildSettings => o.With(x => x.Set(nameof(DockerBuildSettings.ForceRm), null));

    /// <summary>Yes: removes containers in between, also after a failure.</summary>
    public static T EnableForceRm<T>(this T o) where T : DockerBuildSettings => o.SetForceRm(true);

    /// <summary>No: removes containers in between, also after a failure.</summary>
    public static T DisableForceRm<T>(this T o) where T : DockerBuildSettings => o.SetForceRm(false);
}
