using JobSwipe.Releases;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Components;

namespace Components;

/// <summary>The application that is delivered, and its release.</summary>
interface IHasApplication : IHazArtifacts
{
    [Parameter("Folder of the application to deliver: Dockerfile, fly.toml, fly.staging.toml, smoke.json")]
    AbsolutePath Application => TryGetValue(() => Application) ?? RootDirectory / "src" / "JobSwipe.Reference";

    [Parameter("Version of the release, SemVer; default is from the git tag")]
    string ReleaseVersion => TryGetValue(() => ReleaseVersion);

    AbsolutePath ReleaseFile => ArtifactsDirectory / "release" / "release.json";

    AbsolutePath RegistryDirectory => ArtifactsDirectory / "registry";

    JobSwipe.Releases.Application LoadApplication() => JobSwipe.Releases.Application.Load(Application);
}
