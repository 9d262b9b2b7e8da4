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
        new PublishStamp(project, output, build.RootDirectory).Publish(() => DotNetPublish(_ => _
            .SetProject(project)
            .SetConfiguration("Release")
            .SetOutput(output)
            .SetVerbosity(DotNetVerbosity.quiet)
            .EnableNoLogo()), Interruption.Token);
        return output / "JobSwipe.LocalFly";
    }
}
