using JobSwipe.Tools.Processes;
using Nuke.Common.IO;
using Nuke.Common.Tools.DotNet;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Components;

/// <summary>The stand-in for flyctl, compiled when it is needed.</summary>
static class LocalFly
{
    public static AbsolutePath Program(IHasEnvironment build)
    {
        var project = build.RootDirectory / "src" / "JobSwipe.LocalFly" / "JobSwipe.LocalFly.csproj";
        var output = build.ArtifactsDirectory / "local" / "fly";
        var stamp = new PublishStamp(project, output, build.RootDirectory);
        if (stamp.IsCurrent) return output / "JobSwipe.LocalFly";
        stamp.Clear();
        DotNetPublish(_ => _
            .SetProject(project)
            .SetConfiguration("Release")
            .SetOutput(output)
            .SetVerbosity(DotNetVerbosity.quiet)
            .EnableNoLogo());
        stamp.Set();
        return output / "JobSwipe.LocalFly";
    }
}
