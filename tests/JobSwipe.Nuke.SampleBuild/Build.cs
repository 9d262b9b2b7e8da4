using Nuke.Common;

internal sealed class Build : NukeBuild, ISucceed, IFail, IHold, IIgnore, ITell, IDeliver, IMeet
{
    public static int Main() => Environment.GetEnvironmentVariable("SAMPLE_BUILD") switch
    {
        "circle" => Execute<CircleBuild>(),
        "twins" => Execute<TwinsBuild>(),
        "project" => Execute<ProjectBuild>(x => x.Describe),
        _ => Execute<Build>(x => ((ISucceed)x).Succeed)
    };
}
