using Nuke.Common.IO;
using Nuke.Common.Tools.DotNet;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Components;

/// <summary>The stand-in for flyctl, compiled when it is needed.</summary>
static class LocalFly
{
    public static AbsolutePath Program(IHasEnvironment build)
    {
        var output = build.ArtifactsDirectory / "local" / "fly";
        DotNetPublish(_ => _
            .SetProject(build.RootDirectory / "src" / "JobSwipe.LocalFly" / "JobSwipe.LocalFly.csproj")
            .SetConfiguration("Release")
            .SetOutput(output)
            .SetVerbosity(DotNetVerbosity.quiet)
            .EnableNoLogo());
        return output / "JobSwipe.LocalFly";
    }
}
